import { isWithin, matchesPattern } from '../net/dnsName.ts'
import type { Catalogue } from './catalogue.ts'
import { indexOf } from './catalogueIndex.ts'
import { findPublicHost } from './findPublicHost.ts'
import { findService, privateNamesOf } from './findService.ts'

/**
 * Whether the certificate that an endpoint of a service (`com.amazonaws.us-east-1.s3`) shows holds a name, or for `*.x` some name below x:
 * it is the service's own, for its private and public names. S3's holds `*.s3.amazonaws.com` in every Region of the partition aws.
 * null = not known: services of others, and names of AWS's domains that are nobody's in the catalogue.
 * Sources: AWS PrivateLink guide, DNS names; the lists of names in aws-sdk-js-v3 issue 4570 (S3) and of published scans (Systems Manager, SES).
 */
export function certificateHolds(catalogue: Catalogue, service: string, name: string): boolean | null {
  const found = findService(catalogue, service)
  if (!found) return null
  const { entry, region } = found
  const known = privateNamesOf(catalogue, service)
  const above = name.startsWith('*.') ? name.slice(2) : null
  if (above !== null && known.some((one) => isWithin(zoneOf(one), above))) return true
  const asked = above === null ? name : `example.${above}`
  if (known.some((one) => zoneOf(one) === asked || matchesPattern(one, asked))) return true
  const host = findPublicHost(catalogue, asked)
  if (host === null) return OF_AWS.test(asked) ? null : false
  if (host.entry !== entry || /(^|\.)s3-website[.-]/.test(asked)) return false
  if (host.region === '') return indexOf(catalogue).regions.get(region)?.partition === 'aws'
  return region === '' || host.region === region
}

const zoneOf = (pattern: string): string => pattern.replace(/^\*\./, '')

/** Domains that AWS's services have their names in. */
const OF_AWS =
  /(^|\.)(amazonaws\.(com|com\.cn|eu)|api\.(aws|amazonwebservices\.[a-z.]+)|on\.aws|aws\.dev|sagemaker\.aws)$/
