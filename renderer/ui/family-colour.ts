/** @file One colour per odour family, readable on paper and on ink. Always beside the family's name, never instead of it. */
import type { Family } from '#perfumery/material/material.ts';

export const familyColours: Readonly<Record<Family, string>> = {
  citrus: '#d9a514',
  aldehydic: '#8fa3b8',
  green: '#5f9a4a',
  aquatic: '#3f97b5',
  aromatic: '#7f9a6a',
  spicy: '#b8542d',
  fruity: '#d6647a',
  floral: '#c76aa8',
  gourmand: '#a8753f',
  woody: '#8a6242',
  mossy: '#55663a',
  amber: '#c98524',
  leather: '#6b4a3e',
  animalic: '#7d5560',
  musk: '#9b86b8',
  solvent: '#9aa0a6',
};
