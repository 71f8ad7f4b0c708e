import type { DeepReadonly } from '../base/deepReadonly.ts'
import type { Catalogue, ServiceEntry } from './catalogue.ts'
import { indexOf } from './catalogueIndex.ts'
import { findPublicHost } from './findPublicHost.ts'
import { findService, privateNamesOf } from './findService.ts'
import { hasFipsHosts, isFipsName } from './fipsNames.ts'
import { fillTemplate, templateOf } from './templateOf.ts'

/** `sqs.{r}.amazonaws.com` -> `sqs.{r}.api.aws` */
const dualStackForm = (template: string): string => template.replace(/\{r\}\.amazonaws\.com$/, '{r}.api.aws')

/**
 * Dual-stack names of a service that its private DNS is taken to hold though nobody has told: wherever the names of endpoints have been read, those that
 * public DNS has were among them. Source: AWS PrivateLink guide (monitoring), EKS user guide, endpoints read in 2026 (`DE26`).
 */
export function assumedPrivateNamesOf(catalogue: Catalogue, fullName: string): readonly string[] {
  const found = findService(catalogue, fullName)
  return found ? assumedTemplates(found.entry).map((name) => fillTemplate(indexOf(catalogue), name, found.region)) : []
}

const assumedTemplates = ({ complete, privateNames, publicNames }: DeepReadonly<ServiceEntry>): readonly string[] =>
  complete
    ? []
    : privateNames
        .map(dualStackForm)
        .filter((name) => name.includes('{r}') && publicNames.includes(name) && !privateNames.includes(name))

/** Whether private DNS of a service may hold a name, for all that the lists say: a FIPS or dual-stack form of its own names, or a name that nobody is known to have where the service itself is not in the lists. */
export function mayHoldName(catalogue: Catalogue, fullName: string, name: string): boolean {
  const found = findService(catalogue, fullName)
  const host = findPublicHost(catalogue, name)
  if (host && host.service !== '' && host.service !== fullName) return false
  if (!found || found.entry.privateDns === 'unknown') return mayBeOf(catalogue, fullName, name, host !== null)
  if (found.entry.privateDns === 'none' || found.entry.complete) return false
  const index = indexOf(catalogue)
  const asked = templateOf(index, name)
  if (!asked || asked.region !== found.region || privateNamesOf(catalogue, fullName).includes(name)) return false
  if (isFipsName(name))
    return (
      !isFipsName(fullName) &&
      // a service with FIPS endpoints of its own has the names there
      !index.services.has(`${found.entry.name}-fips`) &&
      hasFipsHosts(found.region) &&
      (host?.service === fullName || found.entry.privateNames.some((one) => isFipsForm(one, asked.text)))
    )
  return found.entry.privateNames.some((one) => dualStackForm(one) === asked.text && one !== asked.text)
}

/** Names of AWS in the Region of an unlisted service that no list gives to another service, or that hold its own words. */
function mayBeOf(catalogue: Catalogue, fullName: string, name: string, isListed: boolean): boolean {
  const index = indexOf(catalogue)
  const labels = fullName.split('.')
  const at = labels.findIndex((label) => index.regions.has(label))
  const asked = templateOf(index, name)
  if (at < 0 || !asked || asked.region !== labels[at] || !/\.(aws|amazonaws\.com)$/.test(asked.text)) return false
  return !isListed || labels.slice(at + 1).every((word) => name.split('.').includes(word))
}

/** `sqs.{r}.amazonaws.com` -> `sqs-fips.{r}.…` */
const isFipsForm = (one: string, asked: string): boolean => {
  const front = one.slice(0, one.indexOf('.{r}'))
  return asked.startsWith(`${front}-fips.{r}.`) || asked.startsWith(`fips.${front}.{r}.`)
}
