import type { Catalogue, CatalogueData } from './catalogue.ts'

/** The published facts of AWS. They are three files of their own, read at the first call. */
export async function loadCatalogue(): Promise<Catalogue> {
  const [facts, ranges, lists] = await Promise.all([
    import('./data/catalogue.json', { with: { type: 'json' } }),
    import('./data/ranges.json', { with: { type: 'json' } }),
    import('./data/lists.json', { with: { type: 'json' } }),
  ])
  // The files' own types are wider (a union is read as a string); their test checks them against CatalogueData
  return { ...facts.default, ranges: ranges.default, lists: lists.default } as unknown as CatalogueData
}
