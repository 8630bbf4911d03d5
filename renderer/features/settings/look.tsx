import type { Settings } from '#contract/settings.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { applySettings } from './apply-settings.ts';
import { Row, Section } from './section.tsx';
import styles from './settings-page.module.css';

/** The language and the theme. */
export function Look() {
  const { t } = useText('settings');
  const { language, theme } = useStudio((studio) => studio.settings);
  return (
    <Section title={t('look')}>
      <Row label={t('language')}>
        <Choice
          name="language"
          label={t('language')}
          value={language}
          options={(['ko', 'en'] as const).map((one) => ({ value: one, text: t(`languages.${one}`), lang: one }))}
          onChange={(to) => void applySettings({ language: to })}
        />
      </Row>
      <Row label={t('theme')}>
        <Choice
          name="theme"
          label={t('theme')}
          value={theme}
          options={(['system', 'light', 'dark'] as const).map((one) => ({ value: one, text: t(`themes.${one}`) }))}
          onChange={(to: Settings['theme']) => void applySettings({ theme: to })}
        />
      </Row>
    </Section>
  );
}

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ name, label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <div className={styles.choice} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} lang={option.lang}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.text}
        </label>
      ))}
    </div>
  );
}
