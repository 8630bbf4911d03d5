import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Row, Section } from './section.tsx';

/** The library's folder, and what this program is and by what it judges. */
export function About() {
  const { t } = useText('settings');
  const numbers = useNumbers();
  const info = useStudio((studio) => studio.info);
  const { checked, verifyAt } = useStudio((studio) => studio.regulation.ifra);
  const { version, host, node, electron, platform, libraryFolder, ifraAmendment } = info;
  return (
    <>
      <Section title={t('library')}>
        <Row label={t('library-folder')} hint={t('library-hint')}>
          <code>{libraryFolder}</code>
        </Row>
      </Section>
      <Section title={t('about')}>
        <Row label={t('version')}>Sillage {version}</Row>
        <Row label={t('host')}>{t(`host-${host}`, { node, platform, electron: electron ?? '' })}</Row>
        <Row label={t('ifra')} hint={t('ifra-verify', { link: verifyAt })}>
          {t('ifra-amendment', { amendment: ifraAmendment, date: numbers.day(checked) })}
        </Row>
        <Row label={t('licence')}>{t('licence-mit')}</Row>
      </Section>
    </>
  );
}
