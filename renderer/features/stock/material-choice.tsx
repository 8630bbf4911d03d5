import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useMemo, useState } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useMaterialName } from './use-stock.ts';

interface Props {
  readonly label: string;
  readonly value: MaterialId | undefined;
  readonly onChange: (id: MaterialId | undefined) => void;
  readonly disabled?: boolean;
}

/** One material, found by typing in either language. */
export function MaterialChoice({ label, value, onChange, disabled = false }: Props) {
  const finder = useStudio((studio) => studio.finder);
  const nameOf = useMaterialName();
  const [typed, setTyped] = useState('');
  const options = useMemo(() => {
    const found = typed.trim() === '' ? [] : finder.find(typed).map((one) => one.material.material.id);
    return value && !found.includes(value) ? [value, ...found] : found;
  }, [finder, typed, value]);
  return (
    <Autocomplete
      size="small"
      autoHighlight
      disabled={disabled}
      options={options}
      value={value ?? null}
      getOptionLabel={nameOf}
      filterOptions={asFound}
      onInputChange={(_, text) => setTyped(text)}
      onChange={(_, chosen) => onChange(chosen ?? undefined)}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}

/** What the finder found is shown as it was found. */
const asFound = (options: MaterialId[]) => options;
