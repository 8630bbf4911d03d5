import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { StudioClient } from '#contract/contract.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { useAsked } from '#renderer/shared/working-day.ts';

type Word = Awaited<ReturnType<StudioClient['materials']['vocabulary']>>['descriptors'][number];

interface Props {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Words of the odour vocabulary as chips, found by typing in either language. */
export function DescriptorChips({ label, value, onChange }: Props) {
  const { language } = useText('evaluation');
  const words = useAsked([], 'vocabulary', (client) => client.materials.vocabulary())?.descriptors ?? [];
  return (
    <Autocomplete
      multiple
      size="small"
      autoHighlight
      options={words}
      value={words.filter(({ id }) => value.includes(id))}
      getOptionLabel={({ name }) => inLanguage(name, language)}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      filterOptions={(all, { inputValue }) => wordsLike(all, inputValue)}
      onChange={(_, chosen) => onChange(chosen.map(({ id }) => id))}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}

function wordsLike(words: readonly Word[], typed: string): Word[] {
  const text = typed.normalize('NFC').trim().toLowerCase();
  const names = ({ name, synonyms }: Word) => [name.ko, name.en, ...synonyms.ko, ...synonyms.en];
  return words.filter((word) => names(word).some((one) => one.toLowerCase().includes(text))).slice(0, 30);
}
