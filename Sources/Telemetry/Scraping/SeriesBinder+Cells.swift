/// The end of binding: which buckets make up the distribution of which endpoint.
extension SeriesBinder {
  /// Sorts the buckets into their groups and gives each group its cell.
  mutating func finish() {
    leaveOutSpares()
    leaveOutEnclosing()
    for reading in binding.floors where binding.readings[reading].signal == .poolLimit {
      binding.readings[reading].signal = .poolLeastLimit
    }
    binding.mostBounds = Array(repeating: 0, count: plan.views.count)
    let isSorted = pending.indices.dropFirst().allSatisfy {
      SeriesBinder.comesBefore(pending[$0 - 1], pending[$0])
    }
    if !isSorted { pending.sort(by: SeriesBinder.comesBefore) }
    sparse.sort()
    var viewsWithBounds = Set(
      pending.lazy.filter { $0.bound < .infinity }
        .map { [groups = binding.groups] in groups[$0.group].view })
    var cells = CellTable()
    var next = 0
    for group in binding.groups.indices where binding.groups[group].hasDurations {
      let start = next
      while next < pending.count, pending[next].group == group { next += 1 }
      let view = binding.groups[group].view
      let endpoint = binding.groups[group].endpoint
      if !viewsWithBounds.contains(view), sparse.has(group: group) {
        let first = binding.sparseSlots.count
        let (layout, range) = sparse.take(
          group: group, view: view, secondsPerUnit: binding.units[view],
          into: &binding.sparseSlots)
        binding.groups[group].sparse = first..<binding.sparseSlots.count
        guard endpoint >= 0 else { continue }
        binding.groups[group].cell = cells.number(endpoint, layout, range)
        continue
      }
      let first = binding.bucketSlots.count
      let bounds = take(pending[start..<next], of: group)
      binding.groups[group].buckets = first..<binding.bucketSlots.count
      binding.mostBounds[view] = max(binding.mostBounds[view], bounds.count)
      guard endpoint >= 0 else { continue }
      binding.groups[group].cell = cells.number(
        endpoint, .explicit(bounds), 0..<(bounds.count + 1))
    }
    viewsWithBounds.formUnion(sparse.views)
    binding.accumulatorCount = cells.place()
    binding.cells = cells.cells
    binding.layouts = cells.layouts
    binding.viewsWithoutBounds = plan.views.indices.filter {
      plan.views[$0].hasBuckets && !viewsWithBounds.contains($0)
    }
  }

  /// Leaves out the groups that see the requests of preferred ones once more.
  private mutating func leaveOutSpares() {
    let spare = Set(spareGroups)
    let chosen = Set(
      binding.groups.indices.lazy.filter { !spare.contains($0) }
        .map { [groups = binding.groups] in groups[$0].view })
    for group in spareGroups where chosen.contains(binding.groups[group].view) {
      binding.groups[group].endpoint = -1
    }
  }

  /// Leaves out the endpoints that see the requests of others once more.
  private mutating func leaveOutEnclosing() {
    for view in plan.views.indices where !plan.views[view].rule.enclosing.isEmpty {
      let enclosing = plan.views[view].rule.enclosing
      let groups = binding.groups.indices.filter {
        binding.groups[$0].view == view && binding.groups[$0].endpoint >= 0
      }
      let repeated = groups.filter {
        enclosing.contains(binding.endpoints[binding.groups[$0].endpoint].name.route.string)
      }
      if repeated.count == groups.count { continue }
      for group in repeated { binding.groups[group].endpoint = -1 }
    }
  }

  private static func comesBefore(_ left: Bucket, _ right: Bucket) -> Bool {
    left.group != right.group ? left.group < right.group : left.bound < right.bound
  }

  /// Adds the slots of one group's buckets and returns their finite bounds in seconds.
  private mutating func take(
    _ buckets: ArraySlice<Bucket>, of group: Int
  ) -> [Double] {
    let unit = plan.views[binding.groups[group].view].secondsPerUnit
    let divisor = unit < 1 ? (1 / unit).rounded() : 1
    var bounds: [Double] = []
    for bucket in buckets {
      let bound = unit < 1 ? bucket.bound / divisor : bucket.bound * unit
      if bound == .infinity {
        if binding.groups[group].endsWithInfinity { continue }
        binding.groups[group].endsWithInfinity = true
      } else if bounds.last == bound {
        // The same bound in another spelling: a second series of the same bucket.
        binding.bucketSlots[binding.bucketSlots.count - 1] = bucket.slot
        continue
      } else {
        bounds.append(bound)
      }
      binding.bucketSlots.append(bucket.slot)
    }
    return bounds
  }
}
