/** @file One shape for each family, beside its colour: two families of like colours are never of the same shape. */
import type { PointStyle } from 'chart.js';
import type { Family } from '#perfumery/material/material.ts';

export const familyMarks: Readonly<Record<Family, PointStyle>> = {
  citrus: 'circle',
  aldehydic: 'rect',
  green: 'triangle',
  aquatic: 'rectRot',
  aromatic: 'rect',
  spicy: 'star',
  fruity: 'triangle',
  floral: 'circle',
  gourmand: 'rectRounded',
  woody: 'triangle',
  mossy: 'rectRot',
  amber: 'rectRot',
  leather: 'rect',
  animalic: 'crossRot',
  musk: 'circle',
  solvent: 'cross',
};
