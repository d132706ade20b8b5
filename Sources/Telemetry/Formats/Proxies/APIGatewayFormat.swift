/// The access log of Amazon API Gateway in the JSON that its console suggests, and with latencies.
///
/// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
package struct APIGatewayFormat: JSONLineFormat {
  package static let name = "api-gateway"
  package static let vantage = "api-gateway"
  package static let samples = [
    #"{"requestId":"GQIVriFLIAMEMsA=","ip":"1.128.0.0","requestTime":"09/Jun/2023:12:54:08 +0000","httpMethod":"GET","routeKey":"GET /","status":"200","protocol":"HTTP/1.1","responseLength":"47140"}"#,
    #"{"requestId":"c12d1542-b79e-4e79-a158-fdf36452a81b","ip":"1.128.0.0","caller":"-","user":"-","requestTime":"26/Jul/2023:12:07:03 +0000","httpMethod":"GET","resourcePath":"/pets/{petId}","status":"200","protocol":"HTTP/1.1","responseLength":"48","stage":"prod","apiId":"asad15n3p0","domainName":"asad15n3p0.execute-api.us-east-1.amazonaws.com"}"#,
  ]

  package var line = JSONLine(APIGatewayFormat.names)

  package init() {}

  private static let names = FieldNames(
    marks: ["requestid", "httpmethod", "routekey resourcepath resourceid"],
    own: [
      (FieldMeaning(field: .startTime), "requesttime requesttimeepoch"),
      (FieldMeaning(field: .route), "routekey resourcepath"),
      (FieldMeaning(field: .seconds, unit: 1e-3), "responselatency"),
      (FieldMeaning(field: .upstreamSeconds, unit: 1e-3), "integrationlatency"),
    ])
}
