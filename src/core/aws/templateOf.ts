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
  const rest = labels.slice(at + 1).join('.')
  for (const [own, written] of [
    [region.dnsSuffix, 'amazonaws.com'],
    [region.dualStackSuffix, 'api.aws'],
    [onSuffixOf(region.dualStackSuffix), 'on.aws'],
  ] as const)
    if (rest === own || rest.endsWith(`.${own}`))
      return { text: `${before}.${rest.slice(0, -own.length)}${written}`, region: region.code }
  return PARTITION_SUFFIX.test(rest) ? null : { text: `${before}.${rest}`, region: region.code }
}

/** Suffixes that belong to one partition each; others (`sagemaker.aws`) are taken as they stand. */
const PARTITION_SUFFIX = /(^|\.)(amazonaws\.(com|com\.cn|eu)|(api|on)\.(aws|amazonwebservices\.[a-z.]+))$/

/** Registries and functions have dual-stack names of their own: `on.aws` beside `api.aws`. Source: ECR user guide, requests to registries. */
export const onSuffixOf = (dualStackSuffix: string): string => dualStackSuffix.replace(/^api\./, 'on.')

/** The host name that a template stands for in a Region. */
export function fillTemplate({ regions }: CatalogueIndex, template: string, code: string): string {
  const region = regions.get(code)
  if (!region || !template.includes('{r}')) return template
  return template
    .replace(/\{r\}\.(.*\.)?amazonaws\.com$/, `{r}.$1${region.dnsSuffix}`)
    .replace(/\{r\}\.api\.aws$/, `{r}.${region.dualStackSuffix}`)
    .replace(/\{r\}\.on\.aws$/, `{r}.${onSuffixOf(region.dualStackSuffix)}`)
    .replace('{r}', code)
}
