import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
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
  const found = typed.trim() === '' ? [] : finder.find(typed).map((one) => one.material.material.id);
  const options = value && !found.includes(value) ? [value, ...found] : found;
  return (
    <Autocomplete
      size="small"
      autoHighlight
      disabled={disabled}
      options={options}
      value={value ?? null}
      getOptionLabel={nameOf}
      filterOptions={(all) => all}
      onInputChange={(_, text) => setTyped(text)}
      onChange={(_, chosen) => onChange(chosen ?? undefined)}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}
