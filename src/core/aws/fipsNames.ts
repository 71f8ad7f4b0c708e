/** Whether a name of a host or a service is of FIPS endpoints: `kms-fips.us-east-1…`, `fips.eks.us-east-1…`, `….kms-fips`. */
export const isFipsName = (name: string): boolean => /(^|[.-])fips([.-]|$)/.test(name)

/** Whether a Region has FIPS hosts in general: those of the United States and Canada (FIPS page of AWS). */
export const hasFipsHosts = (region: string): boolean => /^(us|ca)-/.test(region)
