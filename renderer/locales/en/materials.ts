export const materials = {} as const;
