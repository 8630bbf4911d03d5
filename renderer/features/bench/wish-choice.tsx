import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useText } from '#renderer/shared/text.ts';
import type { useWishes, Wish } from '#renderer/shared/wish.ts';

interface Props {
  readonly wishes: readonly Wish[];
  readonly known: ReturnType<typeof useWishes>;
  readonly onChange: (wishes: readonly Wish[]) => void;
}

const keyOf = ({ field, id }: Wish) => `${field} ${id}`;
const mostShown = 80;

/** What the perfume should be, in words of the lexicon: chips to add and take away. */
export function WishChoice({ wishes, known: { all, nameOf }, onChange }: Props) {
  const { t } = useText('brief');
  return (
    <Autocomplete
      multiple
      size="small"
      options={[...all]}
      value={[...wishes]}
      groupBy={({ field }) => t(`field-${field}`)}
      getOptionLabel={(wish) => `${t(`field-${wish.field}`)}: ${nameOf(wish)}`}
      getOptionKey={keyOf}
      isOptionEqualToValue={(a, b) => keyOf(a) === keyOf(b)}
      filterOptions={(options, { inputValue }) => {
        const typed = inputValue.normalize('NFC').trim().toLowerCase();
        return options.filter((wish) => nameOf(wish).toLowerCase().includes(typed)).slice(0, mostShown);
      }}
      renderOption={({ key: _, ...props }, wish) => (
        <li key={keyOf(wish)} {...props}>
          {nameOf(wish)}
        </li>
      )}
      onChange={(_, picked) => onChange(picked)}
      renderInput={(params) => <TextField {...params} label={t('wishes')} helperText={t('wishes-hint')} />}
    />
  );
}
