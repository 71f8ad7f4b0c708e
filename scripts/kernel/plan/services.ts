/** Services of AWS that the designs speak of, all of them on port 443 alone: the host name of each in us-east-1. Source: AWS PrivateLink guide, services that integrate. */
export const SERVICE_NAMES: Readonly<Record<string, string>> = {
  'com.amazonaws.us-east-1.kinesis-streams': 'kinesis.us-east-1.amazonaws.com',
  'com.amazonaws.us-east-1.kms': 'kms.us-east-1.amazonaws.com',
  'com.amazonaws.us-east-1.secretsmanager': 'secretsmanager.us-east-1.amazonaws.com',
}
/** Where they answer in public: one address of Amazon's that no prefix list has, for each name. */
export const SERVICE_ADDRESSES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(SERVICE_NAMES).map((name, i) => [name, `3.2.0.${i + 1}`]),
)
export const S3_NAME = 's3.us-east-1.amazonaws.com'
