/** A network interface that a construct has, or wants, in a subnet. */
export interface Occupied {
  readonly subnet: string
  /** As the design says it; null = chosen by AWS. */
  readonly privateIp: string | null
  readonly ipv6?: string | null
  /** Where its fields stand inside the construct: `subnet`, and the addresses where the construct says any. */
  readonly path: readonly (string | number)[]
}

type Row = Omit<Occupied, 'path'>

/** One in each row of a list. */
export const occupiedRows = (key: string, rows: readonly Row[]): readonly Occupied[] =>
  rows.map(({ subnet, privateIp, ipv6 }, index) => ({
    subnet,
    privateIp,
    ...(ipv6 !== undefined && { ipv6 }),
    path: [key, index],
  }))

/** One in each subnet named, addresses being AWS's business. */
export const occupiedIds = (subnets: readonly string[]): readonly Occupied[] =>
  subnets.map((subnet, index) => ({ subnet, privateIp: null, path: ['subnets', index] }))
