/** The largest number that the older of the two fields holds. Source: EC2 API, CreateCustomerGateway. */
export const LARGEST_BGP_ASN = 2147483647
