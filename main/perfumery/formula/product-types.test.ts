import { describe, expect, it } from 'vitest';
import { categories } from '#perfumery/safety/category.ts';
import { decimal, one } from '#perfumery/units/decimal.ts';
import { findProductType, productTypes } from './product-types.ts';

describe('product types', () => {
  it('cover each of the 18 categories', () => {
    expect(categories.filter((category) => !productTypes.some((type) => type.category === category))).toEqual([]);
  });

  it('are told apart by key and by name in both languages', () => {
    for (const of of [(type) => type.key, (type) => type.name.en, (type) => type.name.ko] as ((
      type: (typeof productTypes)[number],
    ) => string)[])
      expect(new Set(productTypes.map(of)).size).toBe(productTypes.length);
  });

  it('offer dosages above 0 and at most 100 %', () => {
    for (const { key, dosages } of productTypes) {
      expect(dosages.length, key).toBeGreaterThan(0);
      for (const dosage of dosages) expect(decimal(dosage) > 0n && decimal(dosage) <= 100n * one, key).toBe(true);
    }
  });

  it('rank fine fragrance by strength', () => {
    const usual = ['extrait', 'eau-de-parfum', 'eau-de-toilette', 'eau-de-cologne'].map(
      (key) => findProductType(key)?.dosages[0],
    );
    expect(usual).toEqual(['20', '15', '8', '4']);
  });

  it('know what is rinsed off', () => {
    const rinsed = (key: string) => findProductType(key)?.rinseOff;
    expect([rinsed('shower-gel'), rinsed('shampoo'), rinsed('toothpaste')]).toEqual([true, true, true]);
    expect([rinsed('eau-de-parfum'), rinsed('body-lotion'), rinsed('hair-perfume'), rinsed('candle')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
