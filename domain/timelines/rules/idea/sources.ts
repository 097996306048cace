/** Where a section of 34 CFR Part 300 stands. */
export const cfr = (section: string): string => `https://www.ecfr.gov/current/title-34/section-${section}`;
