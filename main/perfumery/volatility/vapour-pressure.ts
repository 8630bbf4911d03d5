/** @file Vapour pressure at other temperatures than the 25 °C of the catalogue. */

/** J/(mol K). */
export const gasConstant = 8.314462618;
const zeroCelsius = 273.15;
const reference = 25 + zeroCelsius;

export function kelvin(celsius: number): number {
  return celsius + zeroCelsius;
}

/**
 * Heat of vaporisation in J/mol from the vapour pressure at 25 °C in Pa: 70.0 - 3.82 ln P kJ/mol (Goss, Schwarzenbach,
 * Environ. Sci. Technol. 1999, 33, 3390). Good to some 5 kJ/mol, which is 5 % in pressure between 25 and 32 °C.
 */
export function heatOfVaporisation(pressure: number): number {
  return 70_000 - 3820 * Math.log(pressure);
}

/** Pa at `celsius` from Pa at 25 °C, by Clausius-Clapeyron. Meant for 15 to 40 °C. */
export function vapourPressureAt(pressure: number, celsius: number): number {
  if (!(pressure > 0)) return 0;
  return pressure * Math.exp((-heatOfVaporisation(pressure) / gasConstant) * (1 / kelvin(celsius) - 1 / reference));
}
