/** @file What drives a standard, from IFRA's capitals to the words of the house. */

const known: readonly (readonly [RegExp, string])[] = [
  [/dermal sensiti[sz]ation/, 'dermal sensitisation'],
  [/systemic toxicity/, 'systemic toxicity'],
  [/phototoxicity/, 'phototoxicity'],
  [/photosensiti[sz]ation/, 'photosensitisation'],
  [/nitrosamine/, 'nitrosamine formation'],
  [/carcinogenicity/, 'carcinogenicity'],
  [/genotoxicity/, 'genotoxicity'],
  [/mutagenicity/, 'mutagenicity'],
  [/neurotoxicity/, 'neurotoxicity'],
  [/insufficient data/, 'insufficient data'],
  [/cyanide/, 'cyanide release'],
  [/polynuclear|polycyclic/, 'polycyclic aromatic hydrocarbons'],
  [/depigmentation/, 'depigmentation'],
  [/vpvb/, 'persistence and bioaccumulation'],
  [/acute toxicity/, 'acute toxicity'],
  [/liver toxicity/, 'liver toxicity'],
  [/irritation/, 'irritation'],
];

/** The drivers named in `text`; what has no word of the house yet is kept as it stands, in lower case. */
export function readDrivers(text: string): readonly string[] {
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
  if (plain === '' || plain.startsWith('see ')) return [];
  const drivers = known.flatMap(([word, driver]) => (word.test(plain) ? [driver] : []));
  return drivers.length > 0 ? drivers : [plain];
}
