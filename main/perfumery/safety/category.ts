/** @file The 18 columns of the IFRA Standards: twelve categories of product, some of them divided. */

/** In the order of the official table. */
export const categories = [
  '1',
  '2',
  '3',
  '4',
  '5A',
  '5B',
  '5C',
  '5D',
  '6',
  '7A',
  '7B',
  '8',
  '9',
  '10A',
  '10B',
  '11A',
  '11B',
  '12',
] as const;
export type Category = (typeof categories)[number];
