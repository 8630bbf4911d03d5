/** @file What the perfume is for: kind of product, dosage, batch and bottle. The category follows the kind and can be overruled. */
import { memo, useId, useState } from 'react';
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import type { Product } from '#perfumery/formula/formula.ts';
import { productTypes } from '#perfumery/formula/product-types.ts';
import { type Category, categories } from '#perfumery/safety/category.ts';
import { type DecimalText, decimal, decimalText, parseDecimal } from '#perfumery/units/decimal.ts';
import { edit } from '#renderer/shared/bench.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import styles from './product-bar.module.css';

interface Props {
  readonly recipeId: RecipeId;
  readonly product: Product;
  /** What the formula's own carrier makes the dosage, in %; undefined without one. */
  readonly ownDosage: DecimalText | undefined;
}

export const ProductBar = memo(function ProductBar({ recipeId, product, ownDosage }: Props) {
  const { t, language } = useText('bench');
  const presets = productTypes.find(({ key }) => key === product.type)?.dosages ?? [];
  const presetList = useId();
  const materials = useStudio((studio) => studio.materials);
  const carriers = [...materials.values()].filter(({ material, archived }) => material.kind === 'solvent' && !archived);
  const set = (part: Partial<Product>, continues = false) =>
    edit(recipeId, { kind: 'product', product: { ...product, ...part }, continues });

  return (
    <div className={styles.bar} role="group" aria-label={t('product')}>
      <label className={styles.field}>
        <span>{t('product-type')}</span>
        <select
          value={product.type}
          onChange={(event) => {
            const type = productTypes.find(({ key }) => key === event.target.value);
            if (type) set({ type: type.key, category: type.category, dosage: type.dosages[0] ?? product.dosage });
          }}
        >
          {productTypes.map((type) => (
            <option key={type.key} value={type.key}>
              {inLanguage(type.name, language)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        <span>IFRA</span>
        <select
          value={product.category}
          aria-label={t('category', { category: product.category })}
          onChange={(event) => set({ category: event.target.value as Category })}
        >
          {categories.map((category) => (
            <option key={category} value={category}>
              {category}
            </option>
          ))}
        </select>
      </label>
      <Amount
        label={t('dosage')}
        unit="%"
        value={ownDosage ?? product.dosage}
        list={presetList}
        {...(ownDosage && { fixed: t('dosage-fixed') })}
        most="100"
        onChange={(dosage, continues) => set({ dosage }, continues)}
      />
      <datalist id={presetList}>
        {presets.map((preset) => (
          <option key={preset} value={preset} />
        ))}
      </datalist>
      <Amount
        label={t('batch')}
        unit="g"
        value={product.batch}
        onChange={(batch, continues) => set({ batch }, continues)}
      />
      <Amount
        label={t('bottle')}
        unit="mL"
        value={product.bottle}
        onChange={(bottle, continues) => set({ bottle }, continues)}
      />
      <label className={styles.field}>
        <span>{t('carrier')}</span>
        <select value={product.carrierId} onChange={(event) => set({ carrierId: event.target.value as MaterialId })}>
          {carriers.map(({ material }) => (
            <option key={material.id} value={material.id}>
              {inLanguage(material.name, language)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
});

interface AmountProps {
  readonly label: string;
  readonly unit: string;
  readonly value: DecimalText;
  readonly most?: string;
  readonly list?: string;
  /** Why it cannot be typed over. */
  readonly fixed?: string;
  readonly onChange: (value: DecimalText, continues: boolean) => void;
}

function Amount({ label, unit, value, most = '1000000', list, fixed, onChange }: AmountProps) {
  const [typed, setTyped] = useState<string>();
  const [count, setCount] = useState(0);
  const read = (text: string) => {
    const amount = parseDecimal(text);
    return amount !== undefined && amount > 0n && amount <= decimal(most) ? decimalText(amount) : undefined;
  };
  const isRefused = typed !== undefined && typed !== '' && read(typed) === undefined;
  return (
    <label className={styles.field} title={fixed}>
      <span>{label}</span>
      <span className={styles.amount}>
        <input
          inputMode="decimal"
          aria-label={`${label}, ${unit}`}
          aria-invalid={isRefused}
          value={typed ?? value}
          list={list}
          disabled={fixed !== undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setTyped(event.target.value);
            const amount = read(event.target.value);
            if (amount === undefined) return;
            onChange(amount, count > 0);
            setCount(count + 1);
          }}
          onBlur={() => {
            setTyped(undefined);
            setCount(0);
          }}
        />
        <i>{unit}</i>
      </span>
    </label>
  );
}
