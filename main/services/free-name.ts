/** `name` if it is free, else with the first number that makes it so: `Rose (2)`. An empty name stays empty. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (name === '' || !isTaken(name)) return name;
  const stem = name.replace(/ \(\d+\)$/, '');
  for (let number = 2; ; number++) {
    const numbered = `${stem} (${number})`;
    if (!isTaken(numbered)) return numbered;
  }
}
