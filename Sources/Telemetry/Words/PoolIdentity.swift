/// Whose a pool is, as the labels of its page say.
///
/// The name alone does not tell: `web-1/main` is a pool of an instance, `shop/app` that of a user of
/// a database, and `orders/main` may be what an application calls its only one.
package struct PoolIdentity: Hashable, Sendable {
  /// The subject of its readings.
  package var name: DisplayText
  /// Which instance has it; `nil` where its page need not tell several apart.
  package var instance: DisplayText?
  /// For which database a bouncer has it: the subject that the limit is told of, if any is.
  package var database: DisplayText?

  /// A pool that is of one instance and of no database unless told.
  package init(name: DisplayText, instance: DisplayText? = nil, database: DisplayText? = nil) {
    self.name = name
    self.instance = instance
    self.database = database
  }
}
