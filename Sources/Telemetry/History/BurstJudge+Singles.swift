extension BurstJudge {
  /// Whether requests of one endpoint, one after the other, account for the calls a few each.
  ///
  /// On a connection such requests do not overlap, and none begins or ends in the middle of a
  /// call. In a log without connections as many of them as there are calls are enough.
  func isExplainedBySingles(
    _ calls: [Call], _ near: [RequestIndex.Request], isExclusive: Bool
  ) -> Bool {
    var byEndpoint: [Int: [RequestIndex.Request]] = [:]
    for request in near where request.span.uncertainty < RequestIndex.fineSeconds {
      byEndpoint[request.endpoint, default: []].append(request)
    }
    let fewest = Double(calls.count) / Double(BurstJudge.fewestCalls - 1)
    return byEndpoint.values.contains { requests in
      guard Double(requests.count) >= fewest else { return false }
      return isExclusive
        ? isChain(calls, requests.sorted { $0.span.end < $1.span.end })
        : areSingles(calls, requests)
    }
  }

  /// Whether requests of one endpoint whose stamps are too coarse to follow them one after the other
  /// account for one call each.
  func areOneEach(_ calls: [Call], _ near: [RequestIndex.Request]) -> Bool {
    let coarse = near.filter { $0.span.uncertainty >= RequestIndex.fineSeconds }
    return Dictionary(grouping: coarse, by: \.endpoint).values.contains { requests in
      var free = requests.sorted { $0.span.end < $1.span.end }
      let explained = calls.count { call in
        let place = free.firstIndex {
          $0.contains(from: call.start, to: call.end, uncertainty: call.uncertainty)
        }
        if let place { free.remove(at: place) }
        return place != nil
      }
      return Double(explained) >= BurstJudge.leastExplained * Double(calls.count)
    }
  }

  private func isChain(_ calls: [Call], _ requests: [RequestIndex.Request]) -> Bool {
    var explained = 0
    var place = 0
    var free = calls[0].start - 3600
    while place < calls.count {
      var next = place + 1
      for request in requests {
        let start = request.span.end - request.span.seconds
        guard start >= free - RequestIndex.tolerance,
          request.contains(from: calls[place].start, to: calls[place].end, uncertainty: 0)
        else { continue }
        var last = place
        while last + 1 < calls.count,
          calls[last + 1].end <= request.span.end + RequestIndex.tolerance
        {
          last += 1
        }
        let isCut =
          last + 1 < calls.count
          && calls[last + 1].start < request.span.end - RequestIndex.tolerance
        guard !isCut, last - place + 1 < BurstJudge.fewestCalls else { continue }
        explained += last - place + 1
        free = request.span.end
        next = last + 1
        break
      }
      place = next
    }
    return Double(explained) >= BurstJudge.leastExplained * Double(calls.count)
  }

  private func areSingles(_ calls: [Call], _ requests: [RequestIndex.Request]) -> Bool {
    let covered = calls.filter { call in
      requests.contains {
        $0.contains(from: call.start, to: call.end, uncertainty: call.uncertainty)
      }
    }
    return Double(covered.count) >= BurstJudge.leastExplained * Double(calls.count)
      && Double(requests.count) >= BurstJudge.leastExplained * Double(calls.count)
  }
}
