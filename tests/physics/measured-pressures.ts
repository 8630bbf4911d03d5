/**
 * @file Vapour pressures that PubChem quotes, read strictly from the shared tables: a string is a value or it is nothing.
 * Theirs at other temperatures than 25 °C are carried there; what they call estimated is left out.
 */
import { readFileSync } from 'node:fs';
import { readSmiles } from '#perfumery/volatility/molecule.ts';
import { pressureFeatures, pressureFeaturesOf } from '#perfumery/volatility/pressure-features.ts';
import { vapourPressureAt } from '#perfumery/volatility/vapour-pressure.ts';
import { readMaterials, readRows, sharedPath } from '#tests/catalogue/read-assets.ts';

export const molecules = sharedPath('data/molecules/molecules.csv');
const pressures = sharedPath('data/molecules/pubchem_vapor_pressure.json');

/** A compound the model can be fitted on: its features and log10 of its vapour pressure in Pa at 25 °C. */
export interface MeasuredPressure {
  readonly name: string;
  readonly smiles: string;
  readonly row: readonly number[];
  readonly value: number;
}

const number = String.raw`(\d+(?:\.\d+)?)(?:\s?[Xx]\s?10([+-]\d+)|[Ee]([+-]?\d+))?`;
const remark = String.raw`(?: ?\/Extrapolated\/| \(extrapolated\)|\/ from experimentally derived coefficients)?\.?`;
const inMillimetres = new RegExp(
  String.raw`^(?:Vapor pressure = )?${number}\s*mm ?Hg at (\d+(?:\.\d+)?) ?°\s?C${remark}$`,
  'i',
);
const inPascal = /^Vapor pressure, (k?)Pa at (\d+(?:\.\d+)?) ?°C: (\d+(?:\.\d+)?)$/;
/** °C: beyond these a value is too far from 25 to be carried there. */
const [coldest, warmest] = [19, 31];

/** Pa and °C in one string of PubChem; undefined where it is not exactly that. */
export function readPressure(text: string): { readonly pressure: number; readonly celsius: number } | undefined {
  const millimetres = inMillimetres.exec(text.trim());
  const pascal = inPascal.exec(text.trim());
  const [pressure, celsius] = millimetres
    ? [Number(millimetres[1]) * 10 ** Number(millimetres[2] ?? millimetres[3] ?? 0) * 133.322, Number(millimetres[4])]
    : pascal
      ? [Number(pascal[3]) * (pascal[1] ? 1000 : 1), Number(pascal[2])]
      : [0, 0];
  return pressure > 0 && celsius >= coldest && celsius <= warmest ? { pressure, celsius } : undefined;
}

/** Brings Pa at `celsius` to 25 °C: the inverse of what the film is warmed by. */
function at25({ pressure, celsius }: { readonly pressure: number; readonly celsius: number }): number {
  let there = pressure;
  for (let round = 0; round < 8; round++) there *= pressure / vapourPressureAt(there, celsius);
  return there;
}

/** The catalogue's measured materials. */
export function measuredOfCatalogue(): MeasuredPressure[] {
  return readMaterials().flatMap(({ id, smiles, vapourPressure }) => {
    const isMeasured = vapourPressure?.method === 'measured' || vapourPressure?.method === 'extrapolated';
    const compound = smiles && isMeasured && compoundOf(id, flat(smiles.value), Math.log10(vapourPressure.value));
    return compound ? [compound] : [];
  });
}

/** The compounds of the shared tables, without those of the catalogue. */
export function measuredElsewhere(): MeasuredPressure[] {
  const quoted = JSON.parse(readFileSync(pressures, 'utf8')) as Readonly<Record<string, readonly string[]>>;
  const known = new Set(measuredOfCatalogue().map(({ smiles }) => smiles));
  const found = new Map<string, MeasuredPressure>();
  for (const row of readRows(molecules)) {
    const read = (quoted[row.get('cid') ?? ''] ?? []).flatMap((text) => readPressure(text) ?? []);
    const smiles = flat(row.get('isomeric_smiles') ?? '');
    if (read.length === 0 || known.has(smiles) || found.has(smiles)) continue;
    const nearest = Math.min(...read.map(({ celsius }) => Math.abs(celsius - 25)));
    const logs = read
      .filter(({ celsius }) => Math.abs(celsius - 25) <= nearest + 0.1)
      .map((one) => Math.log10(at25(one)))
      .sort((a, b) => a - b);
    const compound = compoundOf(row.get('name') ?? '', smiles, logs[Math.floor(logs.length / 2)] ?? Number.NaN);
    if (compound) found.set(smiles, compound);
  }
  return [...found.values()];
}

/** What of a kind a perfume could be made of: four to 22 carbons, at most five oxygens, two nitrogens and one sulphur. */
function compoundOf(name: string, smiles: string, value: number): MeasuredPressure | undefined {
  const molecule = readSmiles(smiles);
  const features = molecule && pressureFeaturesOf(molecule);
  const count = (element: string) => molecule?.filter((atom) => atom.element === element).length ?? 0;
  if (!features || smiles.includes('.') || features.carbon < 4 || features.carbon > 22) return undefined;
  if (count('O') > 5 || count('N') > 2 || count('S') > 1 || !(value > -3.5 && value < 4.6)) return undefined;
  return { name, smiles, row: pressureFeatures.map((feature) => features[feature]), value };
}

/** Without stereochemistry, so that one compound is one. */
function flat(smiles: string): string {
  return smiles.replace(/\[C@@?H?\]/g, 'C').replace(/[/\\]/g, '');
}
