/** @file One result: what it is, why it was found, what IFRA says of it, what it costs and how much is there. */
import type { SearchHit } from '#contract/search.ts';
import { decimalOf } from '#perfumery/units/decimal.ts';
import { type Numbers, useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import { familyColours } from '#renderer/ui/family-colour.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import { Marked } from './marked.tsx';
import styles from './search.module.css';

export type ResultAct = 'open' | 'add' | 'like' | 'between';

interface Props {
  readonly hit: SearchHit;
  readonly currency: string;
  /** Something is asked for that is like one thing: this one can be the other end. */
  readonly canBeOtherEnd: boolean;
  /** Show how long it lasts in place of what matters otherwise. */
  readonly showsTenacity: boolean;
  readonly onAct: (what: ResultAct, hit: SearchHit) => void;
}

/** Kinds that can be weighed as a line. */
export function canBeAdded({ kind }: Pick<SearchHit, 'kind'>): boolean {
  return kind === 'material' || kind === 'accord' || kind === 'recipe' || kind === 'trial';
}

/** The cells of one result. */
export function ResultRow({ hit, currency, canBeOtherEnd, showsTenacity, onAct }: Props) {
  const { t, language } = useText('search');
  const numbers = useNumbers();
  const { family } = hit;
  return (
    <>
      <span role="gridcell" className={styles.sign}>
        {hit.kind === 'material' && family ? (
          <Dot family={family} />
        ) : (
          <span className={styles.kindSign} style={family && { color: familyColours[family] }}>
            <Icon name={icons[hit.kind]} size={15} />
          </span>
        )}
      </span>
      <span role="gridcell" className={styles.what}>
        <Title hit={hit} language={language} />
        <Reasons hit={hit} language={language} />
      </span>
      <span role="gridcell" className={styles.ifra}>
        <Ifra hit={hit} />
      </span>
      <span role="gridcell" className={styles.figures}>
        <span>{price(hit, { currency, numbers, atLeast: (money) => t('at-least', { money }) })}</span>
        <span className={styles.quiet}>{(showsTenacity && tenacity(hit, numbers, t)) || figure(hit, numbers, t)}</span>
      </span>
      <span role="gridcell" className={styles.acts}>
        {canBeAdded(hit) && (
          <NamedIconButton
            icon="add"
            label={t('add-to-formula')}
            keys="Ctrl+Enter"
            size={16}
            onClick={() => onAct('add', hit)}
          />
        )}
        {canBeOtherEnd ? (
          <NamedIconButton icon="swap" label={t('between-with')} size={16} onClick={() => onAct('between', hit)} />
        ) : (
          <NamedIconButton
            icon="accord"
            label={t('more-like')}
            keys="Alt+Enter"
            size={16}
            onClick={() => onAct('like', hit)}
          />
        )}
      </span>
    </>
  );
}

const icons = {
  material: 'materials',
  accord: 'accord',
  recipe: 'recipes',
  trial: 'tree',
  evaluation: 'today',
  note: 'note',
} as const;

function Dot({ family }: { readonly family: NonNullable<SearchHit['family']> }) {
  const { t } = useText('materials');
  return <span className={styles.dot} style={{ background: familyColours[family] }} title={t(`families.${family}`)} />;
}

function Title({ hit, language }: { readonly hit: SearchHit; readonly language: 'ko' | 'en' }) {
  const { t } = useText('search');
  const { title, titleSpans, number, of } = hit;
  const other = language === 'ko' ? 'en' : 'ko';
  const first = title[language] !== undefined ? language : other;
  const second = first === language ? other : undefined;
  const text = title[first] ?? '';
  const otherText = second && title[second] !== text ? title[second] : undefined;
  const owner = of && (of[language] || of.en || of.ko);
  return (
    <span className={styles.title}>
      <span className={styles.name}>
        <Marked text={text} spans={titleSpans[first]} />
      </span>
      {number !== undefined && (
        <span className={`${styles.quiet} ${styles.other}`}>{t('trial-number', { number })}</span>
      )}
      {owner && owner !== text && <span className={`${styles.quiet} ${styles.other}`}>{owner}</span>}
      {otherText && (
        <span className={`${styles.quiet} ${styles.other}`}>
          <Marked text={otherText} spans={second ? titleSpans[second] : []} />
        </span>
      )}
    </span>
  );
}

function Reasons({ hit, language }: { readonly hit: SearchHit; readonly language: 'ko' | 'en' }) {
  const { t } = useText('search');
  const { texts, concepts, meaning } = hit.why;
  const isOnlyMeaning = texts.length === 0 && concepts.length === 0 && meaning !== undefined;
  return (
    <span className={styles.why}>
      {concepts.map(({ id, label, isImplied }) => (
        <span
          key={id}
          className={isImplied ? `${styles.concept} ${styles.implied}` : styles.concept}
          title={t(isImplied ? 'implied' : 'stated')}
        >
          {label[language] || label.en}
        </span>
      ))}
      {texts.map(({ field, text, spans }) => (
        <span key={`${field} ${text}`} className={styles.text}>
          <span className={styles.field}>{t(`piece.${field}` as 'piece.note')}</span>{' '}
          <Marked text={text} spans={spans as [number, number][]} />
        </span>
      ))}
      {isOnlyMeaning && <span className={styles.text}>{t('near-meaning')}</span>}
    </span>
  );
}

function Ifra({ hit }: { readonly hit: SearchHit }) {
  const { t } = useText('search');
  const numbers = useNumbers();
  const { ifra } = hit;
  if (!ifra) return null;
  const { category } = ifra;
  if (ifra.state === 'limited') {
    const limit = numbers.percentExact(decimalOf(ifra.most));
    return (
      <span className={`${styles.verdict} ${styles.near}`} title={t('limited-name', { limit, category })}>
        {t('limited', { limit })}
      </span>
    );
  }
  const tone = { pass: styles.pass, 'over-limit': styles.over, prohibited: styles.over, unknown: styles.unknown };
  const isMaterial = hit.kind === 'material';
  return (
    <span
      className={`${styles.verdict} ${tone[ifra.state]}`}
      title={t(isMaterial ? `material-is.${ifra.state}` : `formula-is.${ifra.state}`, { category })}
    >
      {t(isMaterial && ifra.state === 'pass' ? 'unlimited' : `verdict.${ifra.state}`)}
    </span>
  );
}

interface Pricing {
  readonly currency: string;
  readonly numbers: Numbers;
  readonly atLeast: (money: string) => string;
}

function price({ pricePerKg, isPricePartial }: SearchHit, { currency, numbers, atLeast }: Pricing): string {
  if (pricePerKg === undefined) return '';
  const money = `${numbers.money(decimalOf(pricePerKg), currency)}/kg`;
  return isPricePartial ? atLeast(money) : money;
}

function tenacity(hit: SearchHit, numbers: Numbers, t: ReturnType<typeof useText<'search'>>['t']): string {
  if (hit.tenacity === undefined) return '';
  return t(hit.isTenacityLeast ? 'lasts-least' : 'lasts', { hours: numbers.float(hit.tenacity) });
}

/** What matters next of its kind: stock of a material, liking of what was smelled, the day of a trial. */
function figure(hit: SearchHit, numbers: Numbers, t: ReturnType<typeof useText<'search'>>['t']): string {
  const { kind, stock, rating, changed } = hit;
  if (kind === 'material') return stock === undefined ? '' : t('in-stock', { stock: numbers.gram(decimalOf(stock)) });
  if (rating !== undefined) return t('liked', { rating: numbers.float(rating) });
  return changed ? numbers.day(changed) : '';
}
