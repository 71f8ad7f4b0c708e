import type { CatalogueIndex } from './catalogueIndex.ts'

/** A name as the catalogue writes it (`{r}` for the Region, the suffixes of the partition `aws`), and its Region, '' where it has none. */
export interface Template {
  readonly text: string
  readonly region: string
}

/** Writes a host name as the catalogue does; null when its suffix is not one of its Region's partition. */
export function templateOf({ regions }: CatalogueIndex, host: string): Template | null {
  const labels = host.split('.')
  const at = labels.findLastIndex((label) => regions.has(label))
  const region = at < 0 ? undefined : regions.get(labels[at]!)
  if (!region) return { text: host, region: '' }
  const before = labels.slice(0, at).concat('{r}').join('.')
  const suffix = labels.slice(at + 1).join('.')
  if (suffix === region.dnsSuffix) return { text: `${before}.amazonaws.com`, region: region.code }
  if (suffix === region.dualStackSuffix) return { text: `${before}.api.aws`, region: region.code }
  const foreign = suffix.startsWith('amazonaws.') || suffix === 'api.aws' || suffix.startsWith('api.amazonwebservices.')
  return foreign ? null : { text: `${before}.${suffix}`, region: region.code }
}

/** The host name that a template stands for in a Region. */
export function fillTemplate({ regions }: CatalogueIndex, template: string, code: string): string {
  const region = regions.get(code)
  if (!region || !template.includes('{r}')) return template
  return template
    .replace(/\{r\}\.(.*\.)?amazonaws\.com$/, `{r}.$1${region.dnsSuffix}`)
    .replace(/\{r\}\.api\.aws$/, `{r}.${region.dualStackSuffix}`)
    .replace('{r}', code)
}
