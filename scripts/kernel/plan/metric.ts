/** Where two routes are equally long, the kernel takes the smaller metric. Source: VPC guide, route priority. */
export const METRIC = { local: 1, static: 10, list: 20, propagated: 30 } as const
/** The metric of a route that comes after every other. */
export const NO_ROUTE = 4294967295
