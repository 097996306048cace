/** How Teams draws cards, as the renderer wants to be told; colours follow Fluent's three themes. */

export type Theme = 'light' | 'dark' | 'contrast';

type Colours = {
  text: string;
  subtle: string;
  accent: string;
  attention: string;
  warning: string;
  good: string;
  line: string;
  card: string;
  emphasis: string;
  attentionBack: string;
  warningBack: string;
};

const COLOURS: Record<Theme, Colours> = {
  light: {
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    attention: '#b10e1c',
    warning: '#8a3707',
    good: '#0e700e',
    line: '#e0e0e0',
    card: '#ffffff',
    emphasis: '#f5f5f5',
    attentionBack: '#fdf3f4',
    warningBack: '#fff9f5',
  },
  dark: {
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    attention: '#e37d80',
    warning: '#faa06b',
    good: '#54b054',
    line: '#525252',
    card: '#292929',
    emphasis: '#1f1f1f',
    attentionBack: '#3b0509',
    warningBack: '#4a1e04',
  },
  contrast: {
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    attention: '#ffffff',
    warning: '#ffffff',
    good: '#ffffff',
    line: '#ffffff',
    card: '#000000',
    emphasis: '#000000',
    attentionBack: '#000000',
    warningBack: '#000000',
  },
};

const pair = (normal: string, subtle = normal) => ({ default: normal, subtle });

const style = (c: Colours, backgroundColor: string) => ({
  backgroundColor,
  borderColor: c.line,
  foregroundColors: {
    default: pair(c.text, c.subtle),
    accent: pair(c.accent),
    attention: pair(c.attention),
    warning: pair(c.warning),
    good: pair(c.good),
  },
});

/** The host configuration of one theme. */
export const hostConfigOf = (theme: Theme): object => {
  const c = COLOURS[theme];
  return {
    fontFamily: '"Segoe UI", "Open Sans", "Liberation Sans", system-ui, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { none: 0, small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: c.line },
    containerStyles: {
      default: style(c, c.card),
      emphasis: style(c, c.emphasis),
      attention: style(c, c.attentionBack),
      warning: style(c, c.warningBack),
    },
    actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
    adaptiveCard: { allowCustomStyle: false },
    factSet: {
      title: { isSubtle: true, weight: 'default', wrap: true, maxWidth: 110 },
      value: { wrap: true },
      spacing: 12,
    },
    inputs: {
      label: {
        inputSpacing: 'none',
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', weight: 'bolder' },
    },
    textBlock: { headingLevel: 2 },
    supportsInteractivity: true,
  };
};
