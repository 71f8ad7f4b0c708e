/**
 * Where a kind stands in its container: `main` = the containers it is made of, `side` = right of them (the way out),
 * `below` = under them (tables, groups, ACLs), `foot` = under everything else (what joins networks, and networks outside),
 * `above` = over them, `inside` = the content of a subnet.
 */
export type Area = 'main' | 'side' | 'below' | 'foot' | 'above' | 'inside'

export interface Standing {
  readonly area: Area
  /** Order among the kinds of one area. */
  readonly rank: number
  /** The least size of a container, in canvas pixels. */
  readonly least?: { readonly width: number; readonly height: number }
}
