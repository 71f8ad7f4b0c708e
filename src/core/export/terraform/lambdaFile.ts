/** The code of functions, beside `main.tf`. An export holds texts only, so it comes as `lambda.zip.base64` and is unpacked once. */
export const LAMBDA_FILE = 'lambda.zip'
