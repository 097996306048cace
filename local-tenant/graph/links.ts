/** Links as Graph writes them: `$skiptoken`, not `%24skiptoken`. */
export const linkText = (link: URL): string =>
  link.toString().replaceAll('%24', '$').replaceAll('%2C', ',').replaceAll('%28', '(').replaceAll('%29', ')');
