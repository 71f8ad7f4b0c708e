/** What names of endpoint services begin with; in the Chinese partition with a word more. */
export const servicePrefix = (regionCode: string): string =>
  `${regionCode.startsWith('cn-') ? 'cn.' : ''}com.amazonaws.vpce.`
