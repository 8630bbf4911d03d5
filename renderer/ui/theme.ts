/** @file The look of the house: paper and ink, one accent, four verdict colours that never speak by colour alone. */
import { createTheme } from '@mui/material/styles';
import '@mui/material/themeCssVarsAugmentation';

declare module '@mui/material/styles' {
  interface Palette {
    verdict: VerdictPalette;
    line: string;
    quiet: string;
  }
  interface PaletteOptions {
    verdict: VerdictPalette;
    line: string;
    quiet: string;
  }
}
interface VerdictPalette {
  pass: string;
  passSoft: string;
  near: string;
  nearSoft: string;
  over: string;
  overSoft: string;
  prohibited: string;
  unknown: string;
  unknownSoft: string;
}

const fontFamily = '"Pretendard Variable", Pretendard, "Noto Sans KR", "Noto Sans CJK KR", system-ui, sans-serif';

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-theme', cssVarPrefix: 'studio' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#5b3a5e', contrastText: '#ffffff' },
        secondary: { main: '#8a5a1c' },
        background: { default: '#f6f3ef', paper: '#fffefc' },
        text: { primary: '#231f20', secondary: '#645b58' },
        divider: '#e4ddd6',
        line: '#eee8e1',
        quiet: '#f1ece6',
        verdict: {
          pass: '#1f6b4a',
          passSoft: '#e2efe8',
          near: '#805300',
          nearSoft: '#f8edd5',
          over: '#a82a20',
          overSoft: '#fae5e2',
          prohibited: '#7c1230',
          unknown: '#5a5f6b',
          unknownSoft: '#e9eaee',
        },
      },
    },
    dark: {
      palette: {
        primary: { main: '#d3aed6', dark: '#c49ac8', contrastText: '#2a182c' },
        secondary: { main: '#e0b070' },
        background: { default: '#161416', paper: '#1e1b1e' },
        text: { primary: '#efe9e4', secondary: '#b3a9a4' },
        divider: '#383236',
        line: '#2a2528',
        quiet: '#262226',
        verdict: {
          pass: '#7fd0a8',
          passSoft: '#1d342a',
          near: '#e8bd68',
          nearSoft: '#3a2f17',
          over: '#ff9c8f',
          overSoft: '#47211d',
          prohibited: '#ff8fae',
          unknown: '#b9bfcc',
          unknownSoft: '#2d3038',
        },
      },
    },
  },
  typography: {
    fontFamily,
    fontSize: 13,
    h1: { fontSize: '1.25rem', fontWeight: 650, letterSpacing: '-0.01em' },
    h2: { fontSize: '1rem', fontWeight: 650 },
    h3: { fontSize: '0.8125rem', fontWeight: 650 },
    body1: { fontSize: '0.8125rem' },
    body2: { fontSize: '0.75rem' },
    caption: { fontSize: '0.71875rem' },
    button: { textTransform: 'none', fontWeight: 600 },
  },
  shape: { borderRadius: 8 },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        'html, body, #studio': { height: '100%' },
        body: { fontVariantNumeric: 'tabular-nums', overflow: 'hidden' },
        '*:focus-visible': { outlineOffset: 1 },
      },
    },
    MuiButton: { defaultProps: { size: 'small', disableElevation: true } },
    MuiIconButton: { defaultProps: { size: 'small' } },
    MuiTextField: { defaultProps: { size: 'small' } },
    MuiSelect: { defaultProps: { size: 'small' } },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': { outline: '2px solid var(--studio-palette-primary-main)' } } },
    },
    MuiTooltip: { defaultProps: { enterDelay: 500 } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiDialog: { defaultProps: { fullWidth: true } },
  },
});
