/** Seconds that answers may be kept. */
export const RECORD_TTL = '300'
