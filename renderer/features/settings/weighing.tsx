import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { applySettings } from './apply-settings.ts';
import { FigureSetting } from './figure-setting.tsx';
import { Row, Section } from './section.tsx';

/** The scale and the drop. */
export function Weighing() {
  const { t } = useText('settings');
  const { scaleResolution, dropVolume } = useStudio((studio) => studio.settings);
  return (
    <Section title={t('weighing')}>
      <Row label={t('scale-resolution')} hint={t('scale-resolution-hint')}>
        <FigureSetting
          label={t('scale-resolution')}
          value={scaleResolution}
          unit="g"
          most="1000"
          onChange={(value) => void applySettings({ scaleResolution: value })}
        />
      </Row>
      <Row label={t('drop-volume')} hint={t('drop-volume-hint')}>
        <FigureSetting
          label={t('drop-volume')}
          value={dropVolume}
          unit="mL"
          most="10"
          onChange={(value) => void applySettings({ dropVolume: value })}
        />
      </Row>
    </Section>
  );
}
