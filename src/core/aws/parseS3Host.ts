import type { DeepReadonly } from '../base/deepReadonly.ts'
import type { RegionEntry } from './catalogue.ts'
import { hasFipsHosts, isFipsName } from './fipsNames.ts'

/** A host name of S3, read. */
export interface S3Host {
  /** '' where the name does not tell: the Region of a bucket behind `BUCKET.s3.amazonaws.com` is the bucket's own. */
  readonly region: string
  readonly kind: 'bucket' | 'api' | 'website' | 'express' | 'accelerate'
}

/** Front words of the Regional names, with what stands before them. */
const REGIONAL =
  /^(.+\.)?(s3|s3-fips|s3-control|s3-control-fips|s3-accesspoint|s3-accesspoint-fips|s3-object-lambda|s3-object-lambda-fips)(\.dualstack)?$/
const EXPRESS = /^(?:.+\.)?s3express-(?:fips-)?([a-z0-9]+-az\d+)(\.dualstack)?$/
const EXPRESS_CONTROL = /^s3express-control(-fips)?(\.dualstack)?$/
const WEBSITE = /^.+\.s3-website$/
/** Global names belong to the partition `aws`: the old ones of us-east-1, and those of edge locations. */
const GLOBAL = /^(.+\.)?(s3|s3-external-1)$/
const ACCELERATE = /^.+\.s3-accelerate(\.dualstack)?$/
/** Only Regions from before 2019 have names with a dash (S3 user guide, “Backward compatibility”); the list is from memory. */
const DASHED =
  'us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 eu-west-1 eu-west-2 eu-west-3 eu-central-1 eu-north-1 ap-south-1 ap-southeast-1 ap-southeast-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 sa-east-1 us-gov-west-1 us-gov-east-1'.split(
    ' ',
  )

/** Reads a host name of S3 in any of its forms; null for all other names. `host` is in lower case, without a closing dot. */
export function parseS3Host(regions: ReadonlyMap<string, DeepReadonly<RegionEntry>>, host: string): S3Host | null {
  const suffix = /\.amazonaws\.(com|com\.cn|eu)$/.exec(host)?.[0]
  if (!suffix) return null
  const rest = host.slice(0, -suffix.length)
  if (suffix === '.amazonaws.com') {
    const global = parseGlobal(rest) ?? parseDashed(rest)
    if (global) return global
  }
  const dot = rest.lastIndexOf('.')
  const region = regions.get(rest.slice(dot + 1))
  if (dot < 0 || !region || `.${region.dnsSuffix}` !== suffix) return null
  return parseRegional(rest.slice(0, dot), region)
}

function parseGlobal(rest: string): S3Host | null {
  const [whole, bucket, word] = GLOBAL.exec(rest) ?? []
  if (whole) return { region: bucket && word === 's3' ? '' : 'us-east-1', kind: bucket ? 'bucket' : 'api' }
  return ACCELERATE.test(rest) ? { region: 'us-east-1', kind: 'accelerate' } : null
}

/** `s3-eu-west-1` and `BUCKET.s3-website-eu-west-1` */
function parseDashed(rest: string): S3Host | null {
  const [, bucket, website, region] = /^(.+\.)?s3-(website-)?([a-z]+-[a-z-]+-\d)$/.exec(rest) ?? []
  if (!region || !DASHED.includes(region) || (website && !bucket)) return null
  return { region, kind: website ? 'website' : bucket ? 'bucket' : 'api' }
}

function parseRegional(front: string, region: DeepReadonly<RegionEntry>): S3Host | null {
  if (isFipsName(`${front}.`) && !hasFipsHosts(region.code)) return null
  const regional = REGIONAL.exec(front)
  if (regional) return { region: region.code, kind: regional[1] ? 'bucket' : 'api' }
  if (WEBSITE.test(front)) return { region: region.code, kind: 'website' }
  if (EXPRESS_CONTROL.test(front)) return { region: region.code, kind: 'express' }
  const zone = EXPRESS.exec(front)?.[1]
  return zone && Object.values(region.zones).includes(zone) ? { region: region.code, kind: 'express' } : null
}
