extension Batch {
  /// The same with every endpoint, call and task named as one of `service`, so that those of
  /// another service are not taken for it.
  func naming(_ service: DisplayText) -> Batch {
    var batch = self
    for place in batch.traffic.indices { batch.traffic[place].name.service = service }
    for place in batch.spanEndpoints.indices { batch.spanEndpoints[place].service = service }
    for place in batch.outboundNames.indices { batch.outboundNames[place].service = service }
    for place in batch.lookups.indices { batch.lookups[place].endpoint.service = service }
    for place in batch.refusals.indices { batch.refusals[place].endpoint.service = service }
    for place in batch.readings.indices
    where batch.readings[place].signal == .inFlight && !batch.readings[place].subject.string.isEmpty
    {
      var name = EndpointName(batch.readings[place].subject.string)
      name.service = service
      batch.readings[place].subject = DisplayText(name.description)
    }
    return batch
  }

  /// What `found` says as one of the `notes`; `nil` where it says nothing.
  package var foundNote: DisplayText? { found.map { DisplayText("found \($0)") } }

  /// Says, before all else, which of the usual paths tell something; see `found`.
  package mutating func tellOfPaths(_ paths: DisplayText) {
    found = paths
    if let foundNote { notes.insert(foundNote, at: 0) }
  }

  /// Says that several processes answer behind one address; see `processNote`.
  mutating func tellOfProcesses(_ note: DisplayText) {
    processNote = note
    notes.append(note)
  }
}
