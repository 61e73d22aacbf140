/// The county-level divisions of China after GB/T 2260 as of 2023, and the city that each belongs to.
///
/// A line is a city's code and the full names of its districts, counties, banners and county-level cities. A colon
/// stands before the part of a name that people leave out (本溪:满族自治县 is also called 本溪县 and 本溪). The units
/// that a province administers itself are cities of the gazetteer; the two districts of 三沙 are left out, because
/// nobody sells or buys cars there and its 南沙区 would make 广州's ambiguous.
enum DistrictTable {
    static let all = [north, northeast, east, south, southwest, northwest]
}
