using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace TrustFund.Conventions.Tests;

/// <summary>The namespaces of the types that a type names: in its base, its members' signatures and its method bodies.</summary>
internal sealed class TypeUses : ISignatureTypeProvider<ImmutableHashSet<string>, object?>
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    private readonly MetadataReader _metadata;

    private TypeUses(MetadataReader metadata) => _metadata = metadata;

    internal static IEnumerable<string> Of(PEReader file, MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var uses = new TypeUses(metadata);
        var type = metadata.GetTypeDefinition(handle);
        var names = uses.Token(type.BaseType);
        names = type.GetInterfaceImplementations().Aggregate(names, (all, item) => all.Union(uses.Token(metadata.GetInterfaceImplementation(item).Interface)));
        names = type.GetFields().Aggregate(names, (all, item) => all.Union(metadata.GetFieldDefinition(item).DecodeSignature(uses, null)));
        foreach (var item in type.GetMethods())
        {
            var method = metadata.GetMethodDefinition(item);
            var signature = method.DecodeSignature(uses, null);
            names = signature.ParameterTypes.Append(signature.ReturnType).Aggregate(names, (all, one) => all.Union(one));
            if (method.RelativeVirtualAddress != 0)
            {
                names = names.Union(uses.Body(file.GetMethodBody(method.RelativeVirtualAddress)));
            }
        }

        return names;
    }

    private ImmutableHashSet<string> Body(MethodBodyBlock body)
    {
        var names = ImmutableHashSet<string>.Empty;
        if (!body.LocalSignature.IsNil)
        {
            names = _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null)
                .Aggregate(names, (all, one) => all.Union(one));
        }

        var code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            value = value == 0xFE ? 0xFE00 | code.ReadByte() : value;
            switch (OpCodesByValue[value].OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    names = names.Union(Token(MetadataTokens.EntityHandle(code.ReadInt32())));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }

        return names;
    }

    private ImmutableHashSet<string> Token(EntityHandle handle) => handle.Kind switch
    {
        _ when handle.IsNil => [],
        HandleKind.TypeDefinition => GetTypeFromDefinition(_metadata, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => GetTypeFromReference(_metadata, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeSpecification => _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null),
        HandleKind.MemberReference => Token(_metadata.GetMemberReference((MemberReferenceHandle)handle).Parent),
        HandleKind.MethodDefinition => Token(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()),
        HandleKind.FieldDefinition => Token(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()),
        HandleKind.MethodSpecification => _metadata.GetMethodSpecification((MethodSpecificationHandle)handle) is var method
            ? method.DecodeSignature(this, null).Aggregate(Token(method.Method), (all, one) => all.Union(one))
            : [],
        _ => [],
    };

    public ImmutableHashSet<string> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        [Floors.NamespaceOf(reader, handle)];

    public ImmutableHashSet<string> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, rawTypeKind)
            : [reader.GetString(type.Namespace)];
    }

    public ImmutableHashSet<string> GetGenericInstantiation(ImmutableHashSet<string> genericType, ImmutableArray<ImmutableHashSet<string>> typeArguments) =>
        typeArguments.Aggregate(genericType, (all, one) => all.Union(one));

    public ImmutableHashSet<string> GetFunctionPointerType(MethodSignature<ImmutableHashSet<string>> signature) => signature.ReturnType;

    public ImmutableHashSet<string> GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public ImmutableHashSet<string> GetArrayType(ImmutableHashSet<string> elementType, ArrayShape shape) => elementType;

    public ImmutableHashSet<string> GetByReferenceType(ImmutableHashSet<string> elementType) => elementType;

    public ImmutableHashSet<string> GetPointerType(ImmutableHashSet<string> elementType) => elementType;

    public ImmutableHashSet<string> GetSZArrayType(ImmutableHashSet<string> elementType) => elementType;

    public ImmutableHashSet<string> GetPinnedType(ImmutableHashSet<string> elementType) => elementType;

    public ImmutableHashSet<string> GetModifiedType(ImmutableHashSet<string> modifier, ImmutableHashSet<string> unmodifiedType, bool isRequired) => unmodifiedType;

    public ImmutableHashSet<string> GetGenericMethodParameter(object? genericContext, int index) => [];

    public ImmutableHashSet<string> GetGenericTypeParameter(object? genericContext, int index) => [];

    public ImmutableHashSet<string> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];
}
