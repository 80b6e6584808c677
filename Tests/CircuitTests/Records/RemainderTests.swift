import Circuit
import Testing

@Suite struct RemainderTests {
  @Test(arguments: [
    (#"{"a":1,"b":{"c":[1,2],"d":"x"}}"#, #"{"b":{"d":"x","c":[1,2]},"a":1}"#, true),
    (#"{"a":1}"#, #"{"a":1}"#, true),
    (#"{"a":1,"b":2}"#, #"{"a":2,"b":1}"#, false),
    (#"{"a":[1,2]}"#, #"{"a":[2,1]}"#, false),
    (#"{"a":{"b":1},"c":2}"#, #"{"a":{"b":1,"c":2}}"#, false),
    (#"{"a":{"b":1},"cc":2}"#, #"{"a":{"b":1,"cc":2}}"#, false),
    (#"{"a":","}"#, #"{",":a}"#, false),
    ("", "", true),
  ])
  func orderMeansNothingAndAllElseDoes(_ left: String, _ right: String, _ areEqual: Bool) {
    #expect(Remainder.areEqual(Array(left.utf8), Array(right.utf8)) == areEqual)
    #expect(Remainder.areEqual(Array(right.utf8), Array(left.utf8)) == areEqual)
  }
}
