import Testing

@testable import Telemetry

/// Lines of IIS and its like from the test data of Beats and lnav.
@Suite struct W3CFormatTests {
  @Test func `follows columns that change within a file`() {
    var parser = W3CFormat()
    let lines: [(String, String?)] = [
      (
        "#Software: Microsoft Internet Information Services 10.0",
        "message | #Software: Microsoft Internet Information Services 10.0"
      ),
      (
        "#Version: 1.0",
        "message | #Version: 1.0"
      ),
      (
        "#Date: 2018-01-01 08:09:10",
        "message | #Date: 2018-01-01 08:09:10"
      ),
      (
        "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken",
        "message | #Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken"
      ),
      (
        "2018-01-01 08:09:10 127.0.0.1 GET / q=100 80 - 81.2.69.143 Mozilla/5.0+(Windows+NT+6.1;+Win64;+x64;+rv:57.0)+Gecko/20100101+Firefox/57.0 - 200 0 0 123",
        "request 2018-01-01T08:09:10Z GET /?q=100 200 0.123s client=81.2.69.143"
      ),
      (
        "#Software: Microsoft Internet Information Services 10.0",
        "message | #Software: Microsoft Internet Information Services 10.0"
      ),
      (
        "#Version: 1.0",
        "message | #Version: 1.0"
      ),
      (
        "#Date: 2018-01-01 10:11:12",
        "message | #Date: 2018-01-01 10:11:12"
      ),
      (
        "#Fields: date time s-sitename s-computername s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs-version cs(User-Agent) cs(Cookie) cs(Referer) cs-host sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken",
        "message | #Fields: date time s-sitename s-computername s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs-version cs(User-Agent) cs(Cookie) cs(Referer) cs-host sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken"
      ),
      (
        "2018-01-01 10:11:12 W3SVC1 MACHINE-NAME 127.0.0.1 GET / - 80 - 81.2.69.143 HTTP/1.1 Mozilla/5.0+(Macintosh;+Intel+Mac+OS+X+10_14_0)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/70.0.3538.102+Safari/537.36 - - example.com 200 0 0 123 456 789",
        "request 2018-01-01T10:11:12Z GET / 200 0.789s bytes=123 client=81.2.69.143"
      ),
      (
        "2018-12-31 12:52:33 10.44.0.136 GET / redirect:${%23req%3d%23context} 443 - 10.50.6.188 Mozilla/4.0+(compatible;+MSIE+8.0;+Windows+NT+5.1;+Trident/4.0) - 401 0 0 0",
        "request 2018-12-31T12:52:33Z GET /?redirect:${%23req%3d%23context} 401 0.0s client=10.50.6.188"
      ),
      (
        "#Software: IIS Advanced Logging Module",
        "message | #Software: IIS Advanced Logging Module"
      ),
      (
        "#Fields:   date-local time-local   s-ip   cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) cs(Host) sc-status sc-substatus sc-win32-status TimeTakenMS",
        "message | #Fields:   date-local time-local   s-ip   cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) cs(Host) sc-status sc-substatus sc-win32-status TimeTakenMS"
      ),
      (
        #"2012-08-15 17:00:00.363 1.2.3.4 GET /Products/theProduct - 80 - "70.95.0.0" "Mozilla/5.0 (Linux; Android 4.4.4; SM-G900V Build/KTU84P) AppleWebKit/537.36" "http://example.com/Search/SearchResults.pg?informationRecipient.languageCode.c=en" "xzy.example.com" 200 0 0 109"#,
        "request 2012-08-15T17:00:00.363Z GET /Products/theProduct 200 0.109s client=70.95.0.0"
      ),
      (
        #"2012-08-15 17:00:00.675 10.10.28.140 GET /hello/world/6,681965 - 80 - "173.5.0.0" "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_10_1)" - "hello.example.com" 404 " ""garbage"" w/ spaces " 0 359"#,
        "request 2012-08-15T17:00:00.675Z GET /hello/world/6,681965 404 client=173.5.0.0"
      ),
      (
        "#Software: Some Other Server",
        "message | #Software: Some Other Server"
      ),
      (
        "#Fields: date time c-ip cs-method cs-uri-stem sc-status time-taken",
        "message | #Fields: date time c-ip cs-method cs-uri-stem sc-status time-taken"
      ),
      (
        "2012-08-15\t17:00:01\t1.2.3.4\tGET\t/a\t200\t1.5",
        "request 2012-08-15T17:00:01Z GET /a 200 1.5s client=1.2.3.4"
      ),
      (
        "2012-08-15\t17:00:01\t1.2.3.4\tGET\t/a\t200\t2",
        "request 2012-08-15T17:00:01Z GET /a 200 2.0s client=1.2.3.4"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `takes the day and the zone from the lines that name them`() {
    var parser = W3CFormat()
    let requests = [
      "#Date: 2002-05-02 17:42:15", "#Fields: time c-ip cs-method cs-uri-stem sc-status",
      "17:42:15 172.22.255.255 GET /default.htm 200", "#GMT-Offset: -0800",
      "17:42:15 172.22.255.255 GET /default.htm 200",
    ].compactMap { proxyRecord($0, by: &parser) }.filter { $0.hasPrefix("request") }
    #expect(
      requests == [
        "request 2002-05-02T17:42:15Z GET /default.htm 200 client=172.22.255.255",
        "request 2002-05-03T01:42:15Z GET /default.htm 200 client=172.22.255.255",
      ])
  }

  @Test func `takes whole numbers that cannot be seconds for no time at all`() {
    var parser = W3CFormat()
    let times = [
      "#Software: Oracle9iAS Web Cache/2.0.0.2.0",
      "#Fields: date time cs-method cs-uri sc-status time-taken",
      "2001-10-31 00:00:18 GET /a 200 370879", "2001-10-31 00:00:18 GET /a 200 1200",
      "2001-10-31 00:00:18 GET /a 200 1.5",
    ].compactMap { proxyRecord($0, by: &parser) }.filter { $0.hasPrefix("request") }
    #expect(
      times == [
        "request 2001-10-31T00:00:18Z GET /a 200", "request 2001-10-31T00:00:18Z GET /a 200",
        "request 2001-10-31T00:00:18Z GET /a 200 1.5s",
      ])
  }

  @Test func `reads the default columns of IIS without a header, and nothing else`() {
    let line =
      "2018-01-01 08:09:10 127.0.0.1 GET / q=100 80 - 81.2.69.143 Mozilla/5.0 - 200 0 0 123"
    #expect(
      proxyRecord(line, as: W3CFormat.self)
        == "request 2018-01-01T08:09:10Z GET /?q=100 200 0.123s client=81.2.69.143")
    for line in [
      "2018-01-01 08:09:10 127.0.0.1 GET / - 80 - 81.2.69.143 Mozilla/5.0 - 200 0 0",
      "2018-01-01 08:09:10 INFO a b c d e f g h i j k l", "#", "#Fields:", "# a comment", "",
      "2018-01-01 08:09:10 127.0.0.1 GET / - 80 - 81.2.69.143 Mozilla/5.0 - OK 0 0 1",
    ] {
      #expect(proxyRecord(line, as: W3CFormat.self) == nil, "\(line)")
    }
  }

  @Test func `leaves the columns of CloudFront to its own format`() {
    let header = "#Fields: date time x-edge-location sc-bytes c-ip cs-method"
    #expect(proxyRecord(header, as: W3CFormat.self) == nil)
    #expect(proxyRecord(header, as: CloudFrontFormat.self) != nil)
  }
}
