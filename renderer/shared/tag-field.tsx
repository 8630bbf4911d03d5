import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';

interface Props {
  readonly label: string;
  readonly tags: readonly string[];
  /** Tags that are in use elsewhere. */
  readonly known: readonly string[];
  readonly onChange: (tags: string[]) => void;
}

/** Tags as chips; one that nobody uses yet is typed and made with Enter. */
export function TagField({ label, tags, known, onChange }: Props) {
  return (
    <Autocomplete
      multiple
      freeSolo
      size="small"
      options={[...known]}
      value={[...tags]}
      onChange={(_, next) => onChange(next)}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}
