export type { Catalogue } from './catalogue.ts'
export { loadCatalogue } from './loadCatalogue.ts'
