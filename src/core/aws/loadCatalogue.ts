import type { Catalogue, CatalogueData } from './catalogue.ts'

/** The published facts of AWS. They are two files of their own, read at the first call. */
export async function loadCatalogue(): Promise<Catalogue> {
  const [facts, ranges] = await Promise.all([
    import('./data/catalogue.json', { with: { type: 'json' } }),
    import('./data/ranges.json', { with: { type: 'json' } }),
  ])
  // The files' own types are wider (a union is read as a string); their test checks them against CatalogueData
  return { ...facts.default, ranges: ranges.default } as unknown as CatalogueData
}
