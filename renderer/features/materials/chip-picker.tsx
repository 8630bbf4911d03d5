/** @file Things chosen by typing and shown as chips; the last one goes with backspace. */
import Popper from '@mui/material/Popper';
import { useId, useRef, useState } from 'react';
import { useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { useProblem } from './form-state.ts';
import styles from './material-form.module.css';
import { Said } from './text-field.tsx';

export interface Offered<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** What stands beside it, smaller. */
  readonly other: string;
}

interface Props<Id extends string> {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Said where nothing is found. */
  readonly none: string;
  readonly value: readonly Id[];
  readonly nameOf: (id: Id) => string;
  /** What was typed may mean, the likeliest first. */
  readonly find: (typed: string) => readonly Offered<Id>[];
  readonly onChange: (value: readonly Id[]) => void;
}

export function ChipPicker<Id extends string>(props: Props<Id>) {
  const { name, label, hint, none, value, nameOf, find, onChange } = props;
  const { t } = useText('materials');
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const problem = useProblem(name);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const isOpen = text.trim() !== '';
  const found = isOpen ? find(text).filter((one) => !value.includes(one.id)) : [];
  const current = Math.min(at, Math.max(0, found.length - 1));

  function add(chosen: Offered<Id> | undefined): void {
    if (!chosen) return;
    onChange([...value, chosen.id]);
    setText('');
    setAt(0);
  }

  return (
    <div className={`${styles.field} ${styles.whole}`}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.chips} ref={box}>
        {value.map((one) => (
          <span key={one} className={styles.chip}>
            {nameOf(one)}
            <button
              type="button"
              aria-label={t('descriptor-remove', { word: nameOf(one) })}
              onClick={() => {
                onChange(value.filter((other) => other !== one));
                input.current?.focus();
              }}
            >
              <Icon name="close" size={12} />
            </button>
          </span>
        ))}
        <input
          id={id}
          ref={input}
          name={name}
          role="combobox"
          aria-expanded={isOpen && found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-describedby={`${id}-about`}
          {...(isOpen && found.length > 0 && { 'aria-activedescendant': `${id}-${current}` })}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown' && found.length > 0) setAt((current + 1) % found.length);
            else if (event.key === 'ArrowUp' && found.length > 0) setAt((current + found.length - 1) % found.length);
            else if (event.key === 'Enter') add(found[current]);
            else if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1));
            else if (event.key === 'Escape' && text !== '') setText('');
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      </div>
      <Popper
        open={isOpen}
        anchorEl={box.current}
        placement="bottom-start"
        disablePortal
        popperOptions={{ strategy: 'fixed' }}
        style={{ zIndex: 1400 }}
      >
        <div className={styles.options} id={`${id}-list`} role="listbox" aria-label={label}>
          {found.map((one, index) => (
            <div
              key={one.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === current}
              className={styles.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => add(one)}
              onKeyDown={undefined}
            >
              <span>{one.name}</span>
              <span className={styles.hint}>{one.other}</span>
            </div>
          ))}
          {found.length === 0 && <div role="presentation">{none}</div>}
        </div>
      </Popper>
      <Said id={`${id}-about`} problem={problem} hint={hint} />
    </div>
  );
}
