/** Whether a host name, or a template of one, is of a FIPS endpoint: `kms-fips.us-east-1…`, `fips.eks.us-east-1…`. */
export const isFipsName = (name: string): boolean => /(^|[.-])fips[.-]/.test(name)

/** Whether a Region has FIPS hosts in general: those of the United States and Canada (FIPS page of AWS). */
export const hasFipsHosts = (region: string): boolean => /^(us|ca)-/.test(region)
