/**
 * One name that a workload asks for. Names are written as in the catalogue: `{r}` stands for the Region, `amazonaws.com` and `api.aws` for
 * the suffixes of its partition; `{account}` for the number of the account.
 */
export interface Need {
  /** `api.ecr.{r}.amazonaws.com`; where the bucket or repository is one’s own, a sample name stands for it. */
  readonly host: string
  readonly protocol: 'tcp' | 'udp'
  readonly port: number
  /** Full name of the endpoint service that serves it; null = none does, only a way to public addresses leads there. */
  readonly service: string | null
  /** The one Region that a service without a Region in its name lives in; endpoints elsewhere state it (cross-Region access). */
  readonly home?: string
  /** When it is asked for, to follow “only”; null = always. */
  readonly when: string | null
  /** Regions that it is asked for in; absent = all. */
  readonly regions?: SomeRegions
  /** The page that says so, where it is another than the workload’s own. */
  readonly source?: string
}

/** Some Regions: those whose code matches, and how people call them. */
export interface SomeRegions {
  readonly codes: RegExp
  readonly words: string
}

/** Something that runs on a client, and what it asks for in a private subnet to do its work. */
export interface Workload {
  /** A sentence or two that no list of names says. */
  readonly about: string
  readonly source: string
  readonly needs: readonly Need[]
}

type Name = Pick<Need, 'host' | 'service' | 'port' | 'home' | 'regions'>
type Rest = Partial<Pick<Need, 'regions' | 'source'>>

/** A name that is asked for always. */
export const always = (name: Name, rest: Rest = {}): Need => ({ protocol: 'tcp', ...name, when: null, ...rest })

/** A name that is asked for where something holds: `with Pod Identity`. */
export const only = (when: string, name: Name, rest: Rest = {}): Need => ({ protocol: 'tcp', ...name, when, ...rest })

/** A service that goes by one word: `ec2.{r}.amazonaws.com`. */
export const regional = (service: string, host = service): Name => ({
  host: `${host}.{r}.amazonaws.com`,
  service: `com.amazonaws.{r}.${service}`,
  port: 443,
})

/** A bucket, by the name in its Region. */
export const bucket = (name: string): Name => ({
  host: `${name}.s3.{r}.amazonaws.com`,
  service: 'com.amazonaws.{r}.s3',
  port: 443,
})

/** A bucket by its dual-stack name, which gateway endpoints carry as well: the addresses are the same. */
export const dualStackBucket = (name: string): Name => ({
  ...bucket(name),
  host: `${name}.s3.dualstack.{r}.amazonaws.com`,
})
