/** @file The currency costs are told in, and what others are worth in it. */
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import { tell } from '#renderer/shared/notices.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import { applySettings } from './apply-settings.ts';
import { FigureSetting } from './figure-setting.tsx';
import { Row, Section } from './section.tsx';
import styles from './settings-page.module.css';
import { turnRates } from './turn-rates.ts';

/** More than any currency is worth in another. */
const mostRate = '1000000000';

export function Money() {
  const { t } = useText('settings');
  const { currency, rates } = useStudio((studio) => studio.settings);
  const inUse = usePricedIn();
  const missing = inUse.filter((code) => code !== currency && !Object.hasOwn(rates, code));
  const codes = Object.keys(rates).toSorted();

  function changeCurrency(to: string): void {
    const turned = turnRates(rates, currency, to);
    void applySettings({ currency: to, rates: { ...turned } });
    if (codes.length === 0) return;
    tell({
      tone: 'plain',
      text: turned ? t('rates-turned', { currency: to }) : t('rates-dropped', { from: currency, to }),
      action: { label: t('undo'), run: () => void applySettings({ currency, rates }) },
    });
  }
  const setRate = (code: string, rate: DecimalText) => void applySettings({ rates: { ...rates, [code]: rate } });
  function removeRate(code: string): void {
    const { [code]: _, ...rest } = rates;
    void applySettings({ rates: rest });
  }

  return (
    <Section title={t('money')}>
      <Row label={t('currency')}>
        <CurrencySelect label={t('currency')} value={currency} except={[]} onChange={changeCurrency} />
      </Row>
      <Row label={t('rates')} hint={t('rates-hint')}>
        {codes.length + missing.length === 0 && <span className={styles.label}>{t('rates-none')}</span>}
        {codes.map((code) => (
          <div key={code} className={styles.rate}>
            <span className={styles.code}>{t('rate-worth', { code })}</span>
            <FigureSetting
              label={t('rate-of', { code, currency })}
              value={rates[code] ?? ('' as DecimalText)}
              unit={currency}
              most={mostRate}
              onChange={(rate) => setRate(code, rate)}
            />
            <NamedIconButton
              icon="trash"
              size={15}
              label={t('remove-rate', { code })}
              onClick={() => removeRate(code)}
            />
          </div>
        ))}
        {missing.map((code) => (
          <div key={code} className={styles.rate}>
            <span className={styles.code}>{t('rate-worth', { code })}</span>
            <FigureSetting
              label={t('rate-of', { code, currency })}
              value={'' as DecimalText}
              unit={currency}
              most={mostRate}
              onChange={(rate) => setRate(code, rate)}
            />
          </div>
        ))}
        <NewRate except={[currency, ...codes, ...missing]} onAdd={(code) => setRate(code, '1' as DecimalText)} />
      </Row>
    </Section>
  );
}

function NewRate({ except, onAdd }: { readonly except: readonly string[]; readonly onAdd: (code: string) => void }) {
  const { t } = useText('settings');
  const [code, setCode] = useState('');
  return (
    <div className={styles.rate}>
      <CurrencySelect label={t('rate-currency')} value={code} except={except} onChange={setCode} />
      <Button
        disabled={code === ''}
        onClick={() => {
          onAdd(code);
          setCode('');
        }}
      >
        {t('add-rate')}
      </Button>
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly except: readonly string[];
  readonly onChange: (code: string) => void;
}

function CurrencySelect({ label, value, except, onChange }: SelectProps) {
  const { language } = useText('settings');
  const names = useMemo(() => new Intl.DisplayNames(language, { type: 'currency' }), [language]);
  const codes = useMemo(() => [...new Set([...Intl.supportedValuesOf('currency'), value])], [value]);
  return (
    <select
      className={`${styles.control} ${styles.currency}`}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {codes
        .filter((code) => !except.includes(code))
        .map((code) => (
          <option key={code} value={code}>
            {code === '' ? label : `${code} · ${names.of(code) ?? code}`}
          </option>
        ))}
    </select>
  );
}

/** The currencies the perfumer's prices are in. */
function usePricedIn(): readonly string[] {
  const materials = useStudio((studio) => studio.materials);
  return useMemo(
    () => [...new Set([...materials.values()].flatMap(({ shelf }) => shelf.price?.currency ?? []))].toSorted(),
    [materials],
  );
}
