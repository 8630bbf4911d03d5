/**
 * @file Groups of UNIFAC and how they act on one another: the original method for vapour-liquid equilibria (Fredenslund,
 * Jones, Prausnitz, AIChE J. 1975, 21, 1086) with the published parameters of its fifth revision (Hansen, Rasmussen,
 * Fredenslund, Schiller, Gmehling, Ind. Eng. Chem. Res. 1991, 30, 2352). Only what a perfumer's shelf needs.
 *
 * Two groups are ours, by difference of published ones, for structures common in perfumery that the tables leave out:
 * `CO` is CH2CO less CH2 (ketones without a CH2 or CH3 beside them), `O` is CH2O less CH2 (ethers between such atoms).
 */

/** Volume and area of a group, relative, and the main group it acts as. */
export interface UnifacGroup {
  readonly main: number;
  readonly volume: number;
  readonly area: number;
  /** By difference of published groups. */
  readonly isDerived?: true;
}

const group = (main: number, volume: number, area: number): UnifacGroup => ({ main, volume, area });

export const unifacGroups = {
  CH3: group(1, 0.9011, 0.848),
  CH2: group(1, 0.6744, 0.54),
  CH: group(1, 0.4469, 0.228),
  C: group(1, 0.2195, 0),
  'CH2=CH': group(2, 1.3454, 1.176),
  'CH=CH': group(2, 1.1167, 0.867),
  'CH2=C': group(2, 1.1173, 0.988),
  'CH=C': group(2, 0.8886, 0.676),
  'C=C': group(2, 0.6605, 0.485),
  ACH: group(3, 0.5313, 0.4),
  AC: group(3, 0.3652, 0.12),
  ACCH3: group(4, 1.2663, 0.968),
  ACCH2: group(4, 1.0396, 0.66),
  ACCH: group(4, 0.8121, 0.348),
  OH: group(5, 1, 1.2),
  H2O: group(7, 0.92, 1.4),
  ACOH: group(8, 0.8952, 0.68),
  CH3CO: group(9, 1.6724, 1.488),
  CH2CO: group(9, 1.4457, 1.18),
  CO: { ...group(9, 0.7713, 0.64), isDerived: true },
  CHO: group(10, 0.998, 0.948),
  CH3COO: group(11, 1.9031, 1.728),
  CH2COO: group(11, 1.6764, 1.42),
  HCOO: group(12, 1.242, 1.188),
  CH3O: group(13, 1.145, 1.088),
  CH2O: group(13, 0.9183, 0.78),
  'CH-O': group(13, 0.6908, 0.468),
  O: { ...group(13, 0.2439, 0.24), isDerived: true },
  CH3NH: group(15, 1.4337, 1.244),
  CH2NH: group(15, 1.207, 0.936),
  CHNH: group(15, 0.9795, 0.624),
  ACNH2: group(17, 1.06, 0.816),
  COOH: group(20, 1.3013, 1.224),
  COO: group(41, 1.38, 1.2),
} as const satisfies Readonly<Record<string, UnifacGroup>>;

export type UnifacGroupName = keyof typeof unifacGroups;

const mains = [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 15, 17, 20, 41];

/** a(m, n) in K, row on column, in the order of `mains`; `-` where nothing is published. */
const table = `
0       86.02   61.13   76.5    986.5   1318    1333    476.4   677     232.1   507     251.5   255.7   920.7   663.5   387.1
-35.36  0       38.81   74.15   524.1   270.6   526.1   182.6   448.75  37.85   333.5   214.5   163.9   749.3   318.9   48.33
-11.12  3.446   0       167     636.1   903.8   1329    25.77   347.3   5.994   287.1   32.14   122.8   648.2   537.4   103.5
-69.7   -113.6  -146.8  0       803.2   5695    884.9   -52.1   586.8   5688    197.8   213.1   -49.29  664.2   872.3   69.26
156.4   457     89.6    25.82   0       353.5   -259.7  84      -203.6  101.1   267.8   28.06   42.7    -52.39  199     190.3
300     496.1   362.3   377.6   -229.1  0       324.5   -195.4  -116    72.87   233.87  540.5   168     243.2   -14.09  -197.5
275.8   217.5   25.34   244.2   -451.6  -601.8  0       -356.1  -271.1  -449.4  -32.52  -162.8742 -     119.9   408.9   -494.2
26.76   42.92   140.1   365.8   164.5   472.5   -133.1  0       -37.36  -213.7  -190.4  -103.6  -174.2  6201    669.4   -18.8
505.7   56.3    23.39   106     529     480.8   -155.6  128     0       -110.3  766     304.1   -       -       497.5   -275.5
114.8   132.1   85.84   -170    245.4   200.8   -36.72  372.2   185.1   0       -241.8  -235.7  -73.5   475.5   660.2   560.2
329.3   110.4   18.12   428     139.4   124.63  -234.25 385.4   -236.5  1167    0       -234    -       -       -268.1  -122.3
83.36   26.51   52.13   65.69   237.7   -314.7  -178.5461 191.1 -7.838  461.3   457.3   0       251.5   -46.39  664.6   417
65.33   -28.7   -22.31  223     -150    -448.2  -       394.6   -       136     -       -56.08  0       138.54  -       -38.77
1139    2000    247.5   762.8   -17.4   -341.6  -253.1  -450.3  -       -294.8  -       285.36  64.3    0       -396    -89.42
315.3   1264    62.32   89.86   -151    -66.17  -11     -297.8  -165.5  -256.3  193.9   -338.5  -       493.8   0       -337
529     1397    317.6   615.8   88.63   284.4   -167.3  123.4   577.5   -234.9  145.4   -247.8  284.5   -22.1   1179    0`;

const interactions = new Map<string, number>();
for (const [row, line] of table.trim().split('\n').entries()) {
  for (const [column, cell] of line.trim().split(/\s+/).entries()) {
    if (cell !== '-') interactions.set(`${mains[row]} ${mains[column]}`, Number(cell));
  }
}

/** How main group `m` is acted on by `n`, in K; undefined where nothing is published for the two. */
export function unifacInteraction(m: number, n: number): number | undefined {
  return interactions.get(`${m} ${n}`);
}
