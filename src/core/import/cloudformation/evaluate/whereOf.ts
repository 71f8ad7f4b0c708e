import { isAccountId, isRegionCode, regionOfZone } from '../../places.ts'
import type { Template } from '../template/readTemplate.ts'
import { asSection } from '../template/section.ts'
import type { Frame } from './frame.ts'
import { hopwiseOf } from './hopwiseOf.ts'

/** Where a template is deployed that does not say it. */
const REGION = 'us-east-1'
const ACCOUNT = '111122223333'

/** What `Metadata.Hopwise` says under one of some names, as text. */
function saidIn(template: Template, ...names: readonly string[]): string | null {
  const value = hopwiseOf(template, ...names)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

/** Region, account and name of the stack that a template makes: as it says itself, else as its zones do, else an example. */
export function whereOf(template: Template): {
  readonly region: string
  readonly account: string
  readonly stackName: string
  readonly saysPlace: boolean
} {
  const region = saidIn(template, 'Region')
  const account = saidIn(template, 'Account', 'AccountId')
  return {
    region: isRegionCode(region) ? region : (regionNamedIn(template) ?? REGION),
    account: isAccountId(account) ? account : ACCOUNT,
    stackName: nameOf(template.file),
    saysPlace: isRegionCode(region) || isAccountId(account),
  }
}

/**
 * Whether two stacks may be in one account and Region, where alone exports and stored values are found: they are, or one of them does not say where it
 * is. Source: AWS CloudFormation user guide, exports; Systems Manager user guide, Parameter Store.
 */
export const mayBeTogether = (a: Frame, b: Frame): boolean =>
  (a.region === b.region && a.account === b.account) || !a.saysPlace || !b.saysPlace

/** Whether a template says its Region itself. */
export const saysRegion = (template: Template): boolean => isRegionCode(saidIn(template, 'Region'))

/** What `Metadata.Hopwise` says of Region and account that neither can be. */
export function wrongPlaces(template: Template): readonly string[] {
  const region = saidIn(template, 'Region')
  const account = saidIn(template, 'Account', 'AccountId')
  return [
    region !== null && !isRegionCode(region) ? `“${region}” is no Region` : [],
    account !== null && !isAccountId(account) ? `“${account}” is no account number` : [],
  ].flat()
}

const ZONE = /^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/

/** The one Region that all zones are of which are written out. Names of services tell nothing: an endpoint may be for one of another Region. */
export function regionNamedIn({ resources, parameters }: Template): string | null {
  const regions = new Set<string>()
  const look = (node: unknown): void => {
    if (typeof node === 'string') {
      const region = ZONE.test(node) ? regionOfZone(node) : null
      if (region) regions.add(region)
    } else if (typeof node === 'object' && node !== null) for (const one of Object.values(node)) look(one)
  }
  look(resources)
  for (const one of Object.values(parameters)) look(asSection(one).Default)
  return regions.size === 1 ? [...regions][0]! : null
}

/** What a stack is called that is made of a file: letters, digits and dashes. */
export const nameOf = (file: string): string =>
  file
    .split(/[/\\]/)
    .at(-1)!
    .replace(/\.(?:ya?ml|json|template)(?:\.gz)?$/i, '')
    .replace(/\.(?:template|cfn|cform)$/i, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'stack'
