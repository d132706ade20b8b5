import Testing

@testable import Telemetry

/// JSON lines: Caddy 2.6.2 (run; curl saw the same times), others from public test data.
@Suite struct ProductJSONTests {
  @Test func `reads Caddy, and its errors as messages`() {
    var parser = CaddyFormat()
    let lines: [(String, String?)] = [
      (
        #"{"level":"info","ts":1795240244.6250055,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"127.0.0.1","remote_port":"49998","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:18811","uri":"/a/1?x=1","headers":{"User-Agent":["curl/7.88.1"],"Accept":["*/*"]}},"user_id":"","duration":0.00142126,"size":100,"status":200,"resp_headers":{"Server":["Caddy","BaseHTTP/0.6 Python/3.11.7"],"Date":["Sat, 21 Nov 2026 05:50:44 GMT"],"Content-Length":["100"]}}"#,
        "request info 2026-11-21T05:50:44.625005Z GET /a/1?x=1 200 0.00142126s bytes=100 client=127.0.0.1"
      ),
      (
        #"{"level":"info","ts":1795240244.9263432,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"127.0.0.1","remote_port":"50006","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:18811","uri":"/slow/2","headers":{"User-Agent":["curl/7.88.1"],"Accept":["*/*"]}},"user_id":"","duration":0.293072021,"size":100,"status":200,"resp_headers":{"Server":["Caddy","BaseHTTP/0.6 Python/3.11.7"],"Date":["Sat, 21 Nov 2026 05:50:44 GMT"],"Content-Length":["100"]}}"#,
        "request info 2026-11-21T05:50:44.926343Z GET /slow/2 200 0.293072021s bytes=100 client=127.0.0.1"
      ),
      (
        #"{"level":"error","ts":1795240244.978339,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"127.0.0.1","remote_port":"50012","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:18811","uri":"/missing","headers":{"User-Agent":["curl/7.88.1"],"Accept":["*/*"]}},"user_id":"","duration":0.043917554,"size":100,"status":404,"resp_headers":{"Server":["Caddy","BaseHTTP/0.6 Python/3.11.7"],"Date":["Sat, 21 Nov 2026 05:50:44 GMT"],"Content-Length":["100"]}}"#,
        "request error 2026-11-21T05:50:44.978339Z GET /missing 404 0.043917554s bytes=100 client=127.0.0.1"
      ),
      (
        #"{"level":"error","ts":1795240245.0343084,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"127.0.0.1","remote_port":"50026","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:18811","uri":"/boom","headers":{"User-Agent":["curl/7.88.1"],"Accept":["*/*"]}},"user_id":"","duration":0.048040826,"size":100,"status":500,"resp_headers":{"Server":["Caddy","BaseHTTP/0.6 Python/3.11.7"],"Content-Length":["100"],"Date":["Sat, 21 Nov 2026 05:50:44 GMT"]}}"#,
        "request error 2026-11-21T05:50:45.034308Z GET /boom 500 0.048040826s bytes=100 client=127.0.0.1"
      ),
      (
        #"{"level":"error","ts":1795240245.0426006,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"127.0.0.1","remote_port":"50028","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:18811","uri":"/dead/x","headers":{"User-Agent":["curl/7.88.1"],"Accept":["*/*"]}},"user_id":"","duration":0.000221599,"size":0,"status":502,"resp_headers":{"Server":["Caddy"]}}"#,
        "request error 2026-11-21T05:50:45.0426Z GET /dead/x 502 0.000221599s bytes=0 client=127.0.0.1"
      ),
      (
        #"{"level":"info","ts":1795240245.0492258,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"127.0.0.1","remote_port":"50034","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:18811","uri":"/own/1","headers":{"User-Agent":["curl/7.88.1"],"Accept":["*/*"]}},"user_id":"","duration":0.000015183,"size":2,"status":200,"resp_headers":{"Server":["Caddy"],"Content-Type":["text/plain; charset=utf-8"]}}"#,
        "request info 2026-11-21T05:50:45.049225Z GET /own/1 200 1.5183e-05s bytes=2 client=127.0.0.1"
      ),
      (
        #"{"level":"error","ts":1795240245.0425792,"logger":"http.log.error.log0","msg":"dial tcp 127.0.0.1:18999: connect: connection refused","request":{"remote_ip":"127.0.0.1","remote_port":"50028","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:18811","uri":"/dead/x","headers":{"User-Agent":["curl/7.88.1"],"Accept":["*/*"]}},"duration":0.000221599,"status":502,"err_id":"qydh05ssb","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}"#,
        "message error 2026-11-21T05:50:45.042579Z GET /dead/x 502 0.000221599s client=127.0.0.1 | dial tcp 127.0.0.1:18999: connect: connection refused"
      ),
      (
        #"{"level":"info","ts":1716723772.6014807,"logger":"http.log.access.log17","msg":"handled request","request":{"client_ip":"10.10.10.117","proto":"HTTP/2.0","method":"GET","host":"a","uri":"/a/b","headers":{"User-Agent":["x"]}},"user_id":"","duration":0.017557019,"size":3768,"status":200,"resp_headers":{"Server":["Caddy"]}}"#,
        "request info 2024-05-26T11:42:52.60148Z GET /a/b 200 0.017557019s bytes=3768 client=10.10.10.117"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads Traefik`() {
    var parser = TraefikJSONFormat()
    let lines: [(String, String?)] = [
      (
        #"{"ClientAddr":"10.10.10.21:34567","DownstreamContentSize":0,"DownstreamStatus":304,"Duration":46382173,"OriginContentSize":0,"OriginDuration":46361120,"OriginStatus":304,"Overhead":21053,"RequestAddr":"foo.acme.com","RequestContentSize":0,"RequestCount":583779,"RequestHost":"foo.acme.com","RequestMethod":"GET","RequestPath":"/1.0.0/acme/current/foo.png","RequestPort":"-","RequestProtocol":"HTTP/1.1","RetryAttempts":0,"RouterName":"service-bar-202020202020202@kubernetescrd","ServiceAddr":"10.10.10.60:5678","ServiceName":"service-bar-0d0d0d0d0d0@kubernetescrd","ServiceURL":{"Scheme":"http","Opaque":"","User":null,"Host":"10.10.10.90:8901","Path":"","RawPath":"","OmitHost":false,"ForceQuery":false,"RawQuery":"","Fragment":"","RawFragment":""},"StartLocal":"2024-02-02T16:18:24.844946659Z","downstream_X-Tiles-S3-Cache":"miss","entryPointName":"web","level":"info","msg":"","time":"2024-02-02T16:18:24Z"}"#,
        "request info 2024-02-02T16:18:24.891328Z GET /1.0.0/acme/current/foo.png 304 0.046382173s up=0.04636112s bytes=0 client=10.10.10.21"
      ),
      (
        #"{"ClientHost":"10.10.10.20","DownstreamStatus":200,"Duration":100000,"OriginDuration":2155389,"RequestMethod":"GET","RequestPath":"/","time":"2026-01-01T00:00:00Z"}"#,
        "request 2026-01-01T00:00:00Z GET / 200 0.0001s up=0.002155389s client=10.10.10.20"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads Envoy`() {
    var parser = EnvoyJSONFormat()
    let lines: [(String, String?)] = [
      (
        #"{"requested_server_name":"-","bytes_received":"0","istio_policy_status":"-","bytes_sent":"178","upstream_cluster":"outbound|9080|v1|details.default.svc.cluster.local","downstream_remote_address":"10.244.2.77:56892","authority":"details:9080","path":"/details/0","protocol":"HTTP/1.1","upstream_service_time":"1","upstream_local_address":"10.244.2.77:40778","duration":"1","upstream_transport_failure_reason":"-","route_name":"-","downstream_local_address":"10.96.64.99:9080","user_agent":"Mozilla/5.0","response_code":"200","response_flags":"-","start_time":"2020-09-30T03:22:42.267Z","method":"GET","request_id":"9bab4f77-f271-9d8b-9cf7-127055663144","upstream_host":"10.244.2.75:9080","x_forwarded_for":"-"}"#,
        "request 2020-09-30T03:22:42.268Z GET /details/0 200 0.001s up=0.001s bytes=178 req=9bab4f77-f271-9d8b-9cf7-127055663144 client=10.244.2.77"
      ),
      (
        #"{"start_time":"2020-02-07T00:47:45.516Z","method":null,"path":null,"response_code":0,"response_flags":"UF","duration":12,"upstream_host":"10.0.0.1:80","bytes_sent":0,"request_id":null}"#,
        "request 2020-02-07T00:47:45.528Z 0.012s bytes=0 failed"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads Cloudflare`() {
    var parser = CloudflareFormat()
    let lines: [(String, String?)] = [
      (
        #"{"ClientIP":"87.226.160.250","ClientRequestHost":"www.ripe.net","ClientRequestMethod":"HEAD","ClientRequestURI":"/","EdgeEndTimestamp":"2022-10-30T00:00:02Z","EdgeResponseBytes":570,"EdgeResponseStatus":301,"EdgeStartTimestamp":"2022-10-30T00:00:02Z","RayID":"761fde4e984e5ab2","CacheCacheStatus":"unknown","OriginResponseStatus":0,"OriginResponseTime":0,"ClientRequestPath":"/"}"#,
        "request 2022-10-30T00:00:02Z HEAD / 301 bytes=570 req=761fde4e984e5ab2 client=87.226.160.250"
      ),
      (
        #"{"CacheCacheStatus":"dynamic","ClientIP":"175.16.199.0","ClientRequestMethod":"POST","ClientRequestPath":"/xyz/checkout","ClientRequestURI":"/s/example/api/telemetry/v2/clusters/_stats","EdgeEndTimestamp":"1653485132000000000","EdgeResponseBytes":981308,"EdgeResponseStatus":200,"EdgeStartTimestamp":"1653485126000000000","EdgeTimeToFirstByteMs":5333,"OriginResponseTime":5232000000,"RayID":"710e98d9367f357d"}"#,
        "request 2022-05-25T13:25:32Z POST /s/example/api/telemetry/v2/clusters/_stats 200 6.0s up=5.232s bytes=981308 req=710e98d9367f357d client=175.16.199.0"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads GitLab`() {
    var parser = GitLabFormat()
    let lines: [(String, String?)] = [
      (
        #"{"time":"2018-10-29T12:49:42.123Z","severity":"INFO","duration":709.08,"db":14.59,"view":694.49,"status":200,"method":"GET","path":"/api/v4/projects","params":[{"key":"action","value":"git-upload-pack"}],"host":"localhost","remote_ip":"::1","ua":"Ruby","route":"/api/:version/projects","user_id":1,"username":"root","queue_duration":100.31,"gitaly_calls":30}"#,
        "request info 2018-10-29T12:49:42.123Z GET /api/v4/projects route=/api/:version/projects 200 0.70908s client=::1 user=1 db=0.01459s"
      ),
      (
        #"{"method":"GET","path":"/dashboard/activity","format":"json","controller":"DashboardController","action":"activity","status":200,"time":"2024-04-03T20:59:06.730Z","params":[{"key":"limit","value":"20"}],"correlation_id":"01HTJW4819BXMT87E1XPSTWW3R","meta.caller_id":"DashboardController#activity","remote_ip":"192.168.65.1","user_id":1,"username":"root","queue_duration_s":0.008494,"db_count":2,"db_write_count":0,"db_cached_count":0,"cpu_s":0.05066,"pid":1061,"worker_id":"puma_7","db_duration_s":0.01285,"view_duration_s":0.0002,"duration_s":0.04594}"#,
        "request 2024-04-03T20:59:06.73Z GET /dashboard/activity 200 0.04594s req=01HTJW4819BXMT87E1XPSTWW3R pid=1061 client=192.168.65.1 user=1 db=0.01285s queries=2"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads lograge`() {
    var parser = RailsJSONFormat()
    let lines: [(String, String?)] = [
      (
        #"{"method":"GET","path":"/jobs/833552.json","format":"json","controller":"JobsController","action":"show","status":200,"duration":58.33,"view":40.43,"db":15.26}"#,
        "request GET /jobs/833552.json 200 0.05833s db=0.01526s"
      )
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads load balancers of Google Cloud`() {
    var parser = GoogleLoadBalancerFormat()
    let lines: [(String, String?)] = [
      (
        #"{"insertId":"1oek5rg3l3fxj7","jsonPayload":{"@type":"type.googleapis.com/google.cloud.loadbalancing.type.LoadBalancerLogEntry","cacheId":"SFO-fbae48ad","statusDetails":"response_from_cache"},"httpRequest":{"requestMethod":"GET","requestUrl":"http://81.2.69.193/static/us/three-cats.jpg","requestSize":"577","status":304,"responseSize":"157","remoteIp":"89.160.20.156","cacheHit":true,"cacheLookup":true},"resource":{"type":"http_load_balancer","labels":{"zone":"global"}},"timestamp":"2020-06-08T23:41:30.078651Z","severity":"INFO","logName":"projects/PROJECT_ID/logs/requests","trace":"projects/PROJECT_ID/traces/241d69833e64b3bf83fabac8c873d992","receiveTimestamp":"2020-06-08T23:41:30.588272510Z","spanId":"7b6537d3672e08e1"}"#,
        "request info 2020-06-08T23:41:30.078651Z GET http://81.2.69.193/static/us/three-cats.jpg 304 bytes=157 trace=241d69833e64b3bf83fabac8c873d992 client=89.160.20.156 hit"
      ),
      (
        #"{"httpRequest":{"latency":"0.123s","requestMethod":"GET","requestUrl":"https://h/x","status":502,"responseSize":"10","remoteIp":"1.1.1.1","cacheLookup":true},"jsonPayload":{"statusDetails":"failed_to_connect_to_backend"},"timestamp":"2020-06-08T23:41:30.078651Z","severity":"WARNING"}"#,
        "request warning 2020-06-08T23:41:30.201651Z GET https://h/x 502 0.123s bytes=10 client=1.1.1.1 miss"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `reads API Gateway`() {
    var parser = APIGatewayFormat()
    let lines: [(String, String?)] = [
      (
        #"{"requestId":"GQIVriFLIAMEMsA=","ip":"1.128.0.0","requestTime":"09/Jun/2023:12:54:08 +0000","httpMethod":"GET","routeKey":"GET /","status":"200","protocol":"HTTP/1.1","responseLength":"47140"}"#,
        "request 2023-06-09T12:54:08Z GET route=/ 200 bytes=47140 req=GQIVriFLIAMEMsA= client=1.128.0.0"
      ),
      (
        #"{"requestId":"c12d1542-b79e-4e79-a158-fdf36452a81b","ip":"1.128.0.0","caller":"-","user":"-","requestTime":"26/Jul/2023:12:07:03 +0000","httpMethod":"GET","resourcePath":"/pets/{petId}","status":"200","protocol":"HTTP/1.1","responseLength":"48","stage":"prod","apiId":"asad15n3p0","domainName":"asad15n3p0.execute-api.us-east-1.amazonaws.com"}"#,
        "request 2023-07-26T12:07:03Z GET route=/pets/{petId} 200 bytes=48 name=prod req=c12d1542-b79e-4e79-a158-fdf36452a81b client=1.128.0.0"
      ),
      (
        #"{"requestId":"x","ip":"1.128.0.0","requestTime":"26/Jul/2023:12:07:03 +0000","httpMethod":"GET","routeKey":"$default","path":"/a/1","status":"200","responseLength":"48","responseLatency":"120","integrationLatency":"100"}"#,
        "request 2023-07-26T12:07:03.12Z GET /a/1 200 0.12s up=0.1s bytes=48 req=x client=1.128.0.0"
      ),
    ]
    for (line, expected) in lines {
      #expect(proxyRecord(line, by: &parser) == expected, "\(line)")
    }
  }

  @Test func `a line without the marks of a product is not of its format`() {
    let line =
      #"{"time":"2026-01-01T00:00:00Z","method":"GET","path":"/a","status":200,"duration":1}"#
    #expect(proxyRecord(line, as: CaddyFormat.self) == nil)
    #expect(proxyRecord(line, as: TraefikJSONFormat.self) == nil)
    #expect(proxyRecord(line, as: EnvoyJSONFormat.self) == nil)
    #expect(proxyRecord(line, as: CloudflareFormat.self) == nil)
    #expect(proxyRecord(line, as: GitLabFormat.self) == nil)
    #expect(proxyRecord(line, as: RailsJSONFormat.self) == nil)
    #expect(proxyRecord(line, as: GoogleLoadBalancerFormat.self) == nil)
    #expect(proxyRecord(line, as: APIGatewayFormat.self) == nil)
  }

  @Test func `Caddy counts whole seconds`() {
    let line =
      #"{"level":"info","ts":1795240244.5,"request":{"method":"GET","uri":"/a"},"duration":2,"size":1,"status":200,"resp_headers":{}}"#
    #expect(proxyRecord(line, as: CaddyFormat.self)?.contains(" 2.0s ") == true)
  }

  @Test func `a duration that whole seconds cannot tell is the time to the first byte, or none`() {
    func line(_ rest: String) -> String {
      #"{"EdgeStartTimestamp":"2022-10-30T00:00:01Z","EdgeEndTimestamp":"2022-10-30T00:00:02Z","ClientRequestMethod":"GET","ClientRequestURI":"/","EdgeResponseStatus":200\#(rest)}"#
    }
    #expect(
      proxyRecord(
        line(#","EdgeTimeToFirstByteMs":53,"CacheCacheStatus":"hit""#), as: CloudflareFormat.self)
        == "request 2022-10-30T00:00:02Z GET / 200 0.053s hit")
    #expect(
      proxyRecord(line(""), as: CloudflareFormat.self) == "request 2022-10-30T00:00:02Z GET / 200")
  }
}
